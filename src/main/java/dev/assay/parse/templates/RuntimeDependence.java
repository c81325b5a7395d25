package dev.assay.parse.templates;

import dev.assay.parse.settings.Paths;
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
public final class RuntimeDependence {

    private static final List<String> WORDS = List.of(
            "execute",
            "is_incremental",
            "graph",
            "query",
            "model",
            "watermark",
            "published",
            "run_started_at",
            "invocation_id",
            "flags");

    private static final Pattern WORD = Pattern.compile("\\b(?:" + String.join("|", WORDS) + ")\\b");
    private static final String CLOCK = ".now";

    /** Text that was caught may be looked at before it is printed. */
    private static final Pattern CAUGHT =
            Pattern.compile("\\[#(?:assign|local|global)\\s+\\w+\\s*(?:in\\s+\\w+\\s*)?]");

    private final Set<String> namespaces;

    private RuntimeDependence(Set<String> namespaces) {
        this.namespaces = namespaces;
    }

    public static RuntimeDependence of(List<SourceTree.Entry> macroFiles) {
        var restless = new RuntimeDependence(new LinkedHashSet<>());
        var open = new ArrayList<>(macroFiles);
        // A macro file that names a restless one is restless, too.
        while (open.removeIf(
                file -> restless.holds(file.file().text()) && restless.namespaces.add(Paths.stem(file.path())))) {}
        return restless;
    }

    // Plain searches first: they are many times faster than a pattern, and nearly all templates end there.
    boolean holds(String template) {
        return template.contains(CLOCK)
                || (holdsAny(template, WORDS) && WORD.matcher(template).find())
                || (template.contains("[#") && CAUGHT.matcher(template).find())
                || holdsAny(template, namespaces);
    }

    private static boolean holdsAny(String template, Iterable<String> words) {
        for (String word : words) {
            if (template.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
