package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a template may not do, beyond what FreeMarker's settings forbid. */
final class Sandbox {

    private static final String NO_IMPORT =
            "what `macros/<file>.sql` defines is called as `<file>.<name>`, without an import";
    private static final String NO_SETTING =
            "numbers, dates and the like print the same everywhere; change them where they are printed";
    private static final Map<String, String> DIRECTIVES =
            Map.of("include", NO_IMPORT, "import", NO_IMPORT, "setting", NO_SETTING, "ftl", NO_SETTING);
    // Code made while rendering cannot be stopped: it is parsed behind our back.
    private static final List<String> EVALUATION = List.of("interpret", "eval", "?new", "?api");
    private static final Pattern EVALUATED = Pattern.compile("\\?(interpret|eval|new|api)\\b");

    private Sandbox() {}

    static void check(TemplateSource written, Template template) {
        String text = written.text();
        if (DIRECTIVES.keySet().stream().anyMatch(word -> text.contains("[#" + word))) {
            checkDirectives(written);
        }
        if (EVALUATION.stream().anyMatch(text::contains)) {
            checkEvaluation(written, template);
        }
    }

    private static void checkDirectives(TemplateSource written) {
        for (Tag tag : Tags.of(written.text())) {
            if (tag.kind() == Tag.Kind.DIRECTIVE && DIRECTIVES.containsKey(tag.name())) {
                throw refused("`[#" + tag.name() + "]`", written, tag.start(), tag.end(), DIRECTIVES.get(tag.name()));
            }
        }
    }

    /** FreeMarker prints a template in one form only, however its user dressed it up. */
    private static void checkEvaluation(TemplateSource written, Template template) {
        var evaluated = EVALUATED.matcher(canonical(template));
        if (evaluated.find()) {
            String word = evaluated.group(1);
            int start = written.text().indexOf(word);
            String help = "write out what is to be computed, as a macro or a function";
            throw refused("`?" + word + "`", written, start, start + word.length(), help);
        }
    }

    private static String canonical(Template template) {
        try {
            var canonical = new StringWriter();
            template.dump(canonical);
            return canonical.toString();
        } catch (IOException e) {
            throw new AssayBug("writing into memory went wrong", e);
        }
    }

    private static ProblemsFound refused(String what, TemplateSource written, int start, int end, String help) {
        return new ProblemsFound(
                Diagnostic.error(Code.TEMPLATE_ERROR, written.span(start, end), what + " is not available in templates")
                        .help(help));
    }
}
