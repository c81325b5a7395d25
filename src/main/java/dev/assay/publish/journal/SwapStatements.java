package dev.assay.publish.journal;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Warehouse;
import java.util.Map;

/** How relations change their names in a cut that is made step by step. */
final class SwapStatements {

    private SwapStatements() {}

    static Statement rename(Warehouse warehouse, Kind kind, RelationName from, RelationName to) {
        return warehouse
                .wording()
                .statement("put a relation in its place", "rename_" + kind.suffix(), Map.of("from", from, "to", to));
    }

    static Statement swap(Warehouse warehouse, RelationName published, RelationName candidate) {
        return warehouse
                .wording()
                .statement(
                        "let the candidate and what readers see trade places",
                        "swap_tables",
                        Map.of("relation", published, "other", candidate));
    }
}
