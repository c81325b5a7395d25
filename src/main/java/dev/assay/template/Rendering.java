package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;

/** One template being rendered, once. */
final class Rendering {

    private final Library library;
    private final Written main;
    private final Environment environment;

    private Rendering(Library library, Written main, Scope scope, Template template, Writer out) {
        this.library = library;
        this.main = main;
        try {
            this.environment = template.createProcessingEnvironment(new ScopeModel(scope, this), out);
        } catch (TemplateException | IOException e) {
            throw new AssayBug("a template could not be started", e);
        }
    }

    static String text(Library library, Written main, Scope scope, Template template) {
        var out = new StringWriter();
        new Rendering(library, main, scope, template, out).run();
        return out.toString();
    }

    private void run() {
        try {
            environment.process();
        } catch (Surfacing surfacing) {
            throw surfacing.thrown();
        } catch (TemplateException e) {
            throw new ProblemsFound(Diagnostic.error(
                    Code.TEMPLATE_ERROR,
                    position(e).span(),
                    e.getMessageWithoutStackTop().lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw new AssayBug("writing into memory went wrong", e);
        }
    }

    /** Runs code of ours for the template. */
    <T> T guard(Supplier<T> ours) {
        try {
            return ours.get();
        } catch (RuntimeException e) {
            throw new Surfacing(e);
        }
    }

    TemplateModel macros(String namespace) throws TemplateException, IOException {
        var entry = library.get(namespace);
        return entry == null ? null : environment.importLib(entry.template(), null);
    }

    Span placeOfCall(String name, List<Object> positional) {
        return position(new TemplateException((String) null, environment)).span();
    }

    private Position position(TemplateException e) {
        Written written = written(e.getTemplateSourceName());
        int start = written.offset(e.getLineNumber(), e.getColumnNumber());
        int end = Math.max(start, written.offset(e.getEndLineNumber(), e.getEndColumnNumber() + 1));
        return new Position(written, start, end);
    }

    private Written written(String templateName) {
        for (var entry : library.all()) {
            if (entry.template().getSourceName().equals(templateName)) {
                return entry.written();
            }
        }
        return main;
    }
}
