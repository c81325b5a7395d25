package dev.assay.parse;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The words of suggestions. */
final class SuggestionWords {

    private SuggestionWords() {}

    /** Adds the names that may have been meant; nothing where none is near. */
    static Diagnostic similar(
            Diagnostic problem, String typed, Collection<String> existing, UnaryOperator<String> shown) {
        List<String> near = Spelling.near(typed, existing);
        if (near.isEmpty()) {
            return problem;
        }
        String names = near.stream().map(shown).collect(Collectors.joining(", "));
        return problem.help((near.size() == 1 ? "a similar name exists: " : "similar names exist: ") + names);
    }

    static Diagnostic similar(Diagnostic problem, String typed, Collection<String> existing) {
        return similar(problem, typed, existing, name -> "`" + name + "`");
    }
}
