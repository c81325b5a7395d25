package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Model;
import dev.assay.source.Span;
import java.util.Optional;

/** How {@code gate: strict} refuses a view whose rows can change although assay publishes nothing. */
public final class LiveViews {

    private LiveViews() {}

    /** @param why what makes it live */
    public static Diagnostic problem(Model view, String why) {
        Span place = Optional.ofNullable(view.config().places().get("gate")).orElse(view.place());
        return Diagnostic.error(
                        Code.LIVE_VIEW, place, "`" + view.name() + "` is a live view, and `gate: strict` refuses it")
                .note(why)
                .help("make it a table: materialized=\"table\"");
    }

    /** @param word of its SQL */
    public static String why(String word) {
        return "its SQL contains `" + word + "`, which may give readers other rows than the tests saw";
    }
}
