package dev.assay.parse;

import dev.assay.project.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells templates that may say something else at run time than while they are read. It looks at words, also at those of the
 * macro files that a template names; a word too many costs one more rendering, nothing else.
 */
final class Restless {

    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:execute|is_incremental|graph|query|model|watermark|published|run_started_at|invocation_id|flags)\\b"
                    + "|\\.now\\b"
                    // Text that was caught may be looked at before it is printed.
                    + "|\\[#(?:assign|local|global)\\s+\\w+\\s*(?:in\\s+\\w+\\s*)?]");

    private final Set<String> namespaces;

    private Restless(Set<String> namespaces) {
        this.namespaces = namespaces;
    }

    static Restless of(List<SourceTree.Entry> macroFiles) {
        var restless = new Restless(new LinkedHashSet<>());
        var open = new ArrayList<>(macroFiles);
        // A macro file that names a restless one is restless, too.
        while (open.removeIf(
                file -> restless.holds(file.file().text()) && restless.namespaces.add(Paths.stem(file.path())))) {}
        return restless;
    }

    boolean holds(String template) {
        return WORDS.matcher(template).find() || namespaces.stream().anyMatch(template::contains);
    }
}
