package dev.assay.warehouse.facet;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Drops of many relations that may depend on each other. */
@FunctionalInterface
public interface RelationDrops extends Facet {

    /** Removes all of these, none of which anything else needs. */
    List<Statement> drops(String purpose, SortedMap<RelationName, Existing.Kind> relations);

    /** Elsewhere each relation is dropped by a statement of its own. */
    static RelationDrops of(Warehouse warehouse) {
        return warehouse
                .facet(RelationDrops.class)
                .orElse((purpose, relations) -> relations.entrySet().stream()
                        .map(entry -> warehouse
                                .wording()
                                .statement(
                                        purpose,
                                        "drop_" + entry.getValue().suffix(),
                                        Map.of("relation", entry.getKey())))
                        .toList());
    }
}
