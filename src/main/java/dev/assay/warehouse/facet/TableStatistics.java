package dev.assay.warehouse.facet;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;
import java.util.List;

/** Statistics that a warehouse needs before anyone reads a new table. */
@FunctionalInterface
public interface TableStatistics extends Facet {

    /** Run once the table has been built. */
    List<Statement> statements(RelationName table);

    /** Elsewhere the warehouse does it by itself. */
    static TableStatistics of(Warehouse warehouse) {
        return warehouse.facet(TableStatistics.class).orElse(table -> List.of());
    }
}
