package dev.assay.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The words of suggestions. */
public final class SuggestionWords {

    private SuggestionWords() {}

    /** Adds the names that may have been meant; nothing where none is near. */
    public static Diagnostic similar(
            Diagnostic problem, String typed, Collection<String> existing, UnaryOperator<String> shown) {
        List<String> near = Spelling.near(typed, existing);
        if (near.isEmpty()) {
            return problem;
        }
        String names = near.stream().map(shown).collect(Collectors.joining(", "));
        return problem.help((near.size() == 1 ? "a similar name exists: " : "similar names exist: ") + names);
    }

    public static Diagnostic similar(Diagnostic problem, String typed, Collection<String> existing) {
        return similar(problem, typed, existing, name -> "`" + name + "`");
    }
}
