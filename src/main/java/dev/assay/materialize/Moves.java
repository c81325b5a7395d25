package dev.assay.materialize;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Removing, setting aside and putting in place: what all materializations do with names. */
record Moves(Wording sql) {

    Statement drop(String purpose, Kind kind, RelationName relation) {
        return sql.statement(purpose, "drop_" + kind.suffix(), Map.of("relation", relation));
    }

    Statement rename(String purpose, Kind kind, RelationName from, RelationName to) {
        return sql.statement(purpose, "rename_" + kind.suffix(), Map.of("from", from, "to", to));
    }

    /** What earlier runs left under the names that this one needs. */
    List<Statement> sweep(Blueprint blueprint, Existing existing) {
        var statements = new ArrayList<Statement>();
        for (RelationName name : List.of(blueprint.candidate(), blueprint.staged(), blueprint.retired())) {
            existing.kind(name).ifPresent(kind -> statements.add(drop("remove what an earlier run left", kind, name)));
        }
        return statements;
    }
}
