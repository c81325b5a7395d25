package dev.assay.json;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import java.util.Locale;

/** A problem as JSON: the same fields wherever a machine reads one. */
public final class DiagnosticJson {

    private DiagnosticJson() {}

    public static void write(JsonWriter json, Diagnostic problem) {
        json.object()
                .field("code", problem.code().word())
                .field("level", problem.level().name().toLowerCase(Locale.ROOT))
                .field("headline", problem.headline());
        json.name("place");
        problem.span().ifPresentOrElse(span -> place(json, span, problem.label()), () -> json.value(null));
        json.array("others");
        problem.others().forEach(other -> place(json, other.span(), other.label()));
        json.end();
        json.field("notes", problem.notes()).field("help", problem.help()).end();
    }

    private static void place(JsonWriter json, Span span, String label) {
        int endLine = span.file().lineAt(span.end());
        json.object()
                .field("file", span.file().path())
                .field("line", span.line())
                .field("column", span.column())
                .field("end_line", endLine)
                .field("end_column", span.end() - span.file().lineStart(endLine) + 1)
                .field("label", label)
                .end();
    }
}
