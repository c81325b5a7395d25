package dev.assay.materialize;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/** A table that stays itself: the cut takes out the rows that its candidate lacks and puts in those that it lacks. */
public record Difference(Wording sql) {

    public Cut cut(Blueprint blueprint) {
        List<Statement> data = List.of(
                rows("take out what is no more", "delete_missing", blueprint),
                rows("put in what is new", "insert_missing", blueprint));
        Statement leftover = new Moves(sql).drop("remove the candidate", Kind.TABLE, blueprint.candidate());
        return new Cut(List.of(), List.of(), data, List.of(leftover));
    }

    private Statement rows(String purpose, String file, Blueprint blueprint) {
        return sql.statement(
                purpose, file, Map.of("relation", blueprint.published(), "candidate", blueprint.candidate()));
    }
}
