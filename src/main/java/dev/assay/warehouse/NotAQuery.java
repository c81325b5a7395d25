package dev.assay.warehouse;

import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError.Kind;
import java.util.Optional;
import java.util.OptionalInt;

/** The refusals of SQL that is not one select, where only a select may run. */
public final class NotAQuery {

    private NotAQuery() {}

    /** The part of a statement that a user has written. */
    public static String written(Statement select) {
        return select.body().map(SqlText::text).orElse(select.text());
    }

    /** @param verb what the statement begins with; empty where it begins with no word */
    public static WarehouseError because(Statement select, String verb) {
        return refusal(select, verb.isEmpty() ? "this is none" : "this is `" + verb + "`");
    }

    public static WarehouseError several(Statement select) {
        return refusal(select, "these are several statements");
    }

    /** The same refusal, where the engine found out that a select would have written. */
    public static WarehouseError because(WarehouseError refusal) {
        return new WarehouseError(
                Kind.NOT_A_QUERY,
                refusal.statement(),
                refusal.offset(),
                "this select wants to write\n" + refusal.words(),
                refusal.getCause());
    }

    /** @param words what it is, as the end of a sentence */
    public static WarehouseError refusal(Statement select, String words) {
        return new WarehouseError(Kind.NOT_A_QUERY, Optional.of(select), OptionalInt.empty(), words, null);
    }
}
