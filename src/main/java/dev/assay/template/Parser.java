package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.ProblemsFound;
import freemarker.core.ParseException;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From text to a template that can be stopped. */
final class Parser {

    /** The name of every template that is no macro file. */
    static final String MAIN = "main";

    // A model is rendered once or twice; the templates of tests and statements thousands of times, and parsing is most
    // of
    // the work. Emptied when full: what is used often is soon back, and memory does not grow with the project.
    private static final int MOST_KEPT = 500;

    private final Configuration configuration = Settings.configuration();
    private final Map<Kept, Template> kept = new ConcurrentHashMap<>();

    /** Two texts alike make the same tree, whatever files they stand in. */
    private record Kept(String name, String text) {}

    Template parse(String name, Written written) {
        var key = new Kept(name, written.text());
        Template known = kept.get(key);
        if (known != null) {
            return known;
        }
        Template template = checked(name, written);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, template);
        return template;
    }

    private Template checked(String name, Written written) {
        var template = tree(name, written);
        Sandbox.check(written, template);
        _CoreAPI.addThreadInterruptedChecks(template);
        return template;
    }

    private Template tree(String name, Written written) {
        try {
            return new Template(name, null, new StringReader(written.text()), configuration);
        } catch (ParseException e) {
            throw new ProblemsFound(SyntaxProblems.of(written, e, configuration));
        } catch (IOException e) {
            throw new AssayBug("reading from memory went wrong", e);
        }
    }
}
