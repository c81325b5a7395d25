package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.ProblemsFound;
import freemarker.core.ParseException;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;

/** From text to a template that can be stopped. */
final class TemplateParser {

    /** The name of every template that is no macro file. */
    static final String MAIN = "main";

    private final Configuration configuration = FreeMarkerSettings.configuration();

    Template parse(String name, TemplateSource written) {
        var template = tree(name, written);
        Sandbox.check(written, template);
        _CoreAPI.addThreadInterruptedChecks(template);
        return template;
    }

    private Template tree(String name, TemplateSource written) {
        try {
            return new Template(name, null, new StringReader(written.text()), configuration);
        } catch (ParseException e) {
            throw new ProblemsFound(SyntaxProblems.of(written, e, configuration));
        } catch (IOException e) {
            throw new AssayBug("reading from memory went wrong", e);
        }
    }
}
