package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.util.List;

/** The words for Jinja in a template. */
final class JinjaProblems {

    /** Whoever copies a file sees from a few what has to change. */
    private static final int SHOWN = 5;

    private JinjaProblems() {}

    static void throwIfAny(TemplateSource written) {
        List<JinjaRemains.Remain> remains = JinjaRemains.in(written.text());
        if (!remains.isEmpty()) {
            throw new ProblemsFound(remains.stream()
                    .limit(SHOWN)
                    .map(remain -> problem(written, remain))
                    .toList());
        }
    }

    private static Diagnostic problem(TemplateSource written, JinjaRemains.Remain remain) {
        return Diagnostic.error(
                        Code.TEMPLATE_SYNTAX,
                        written.span(remain.start(), remain.end()),
                        "`" + remain.form() + "` is Jinja, and assay's templates are FreeMarker")
                .help("write " + remain.instead());
    }
}
