package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import freemarker.core.ParseException;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;

/** From text to a template that can be stopped. */
final class Parser {

    private final Configuration configuration = Settings.configuration();

    Template parse(String name, Written written) {
        try {
            var template = new Template(name, null, new StringReader(written.text()), configuration);
            _CoreAPI.addThreadInterruptedChecks(template);
            return template;
        } catch (ParseException e) {
            int start = written.offset(e.getLineNumber(), e.getColumnNumber());
            throw new ProblemsFound(Diagnostic.error(
                    Code.TEMPLATE_SYNTAX,
                    written.span(start, start),
                    e.getEditorMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw new AssayBug("reading from memory went wrong", e);
        }
    }
}
