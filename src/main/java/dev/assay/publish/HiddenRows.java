package dev.assay.publish;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.WarehouseError;
import java.util.List;

/** Row policies that hold our own role too: its tests see some of a candidate's rows, and readers would get all of them. */
public final class HiddenRows {

    private static final List<String> HELP = List.of(
            "put row security on the published table by an `after_publish` hook: a table that has it is kept",
            "without `force row level security`, or with `bypassrls`, our role sees all rows of its own tables");

    private HiddenRows() {}

    public static Diagnostic problem(Relational node, RelationName candidate) {
        return Diagnostic.error(
                        Code.SQL_REFUSED, node.place(), "`" + node.name() + "` cannot be tested: " + words(candidate))
                .help(HELP);
    }

    static WarehouseError refusal(RelationName candidate) {
        return WarehouseError.of(WarehouseError.Kind.HELD, words(candidate)).helped(HELP);
    }

    private static String words(RelationName candidate) {
        return "row security on " + candidate + " may hide rows from our role";
    }
}
