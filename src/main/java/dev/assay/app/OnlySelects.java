package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import java.util.List;

/** The message about SQL that was to be read only and is not one select. */
final class OnlySelects {

    private OnlySelects() {}

    /**
     * @param who takes one select, as the user calls it: {@code query()}
     * @param label the warehouse's name for people
     * @param place of the SQL, where nothing more exact is known
     */
    static Diagnostic refused(String who, String label, WarehouseError refusal, Span place) {
        return refused(who, label, refusal)
                .at(refusal.statement()
                        .flatMap(Statement::body)
                        .flatMap(body -> body.origin().at(0))
                        .orElse(place));
    }

    /** The same without a place. */
    static Diagnostic refused(String who, String label, WarehouseError refusal) {
        List<String> words = refusal.words().lines().toList();
        Diagnostic problem =
                Diagnostic.error(Code.NOT_A_QUERY, "`" + who + "` takes one select, and " + words.getFirst());
        return words.size() == 1
                ? problem
                : problem.note(label + " says: " + String.join("\n", words.subList(1, words.size())));
    }
}
