package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Puts problems in the order of the files, each mistake once: one in a macro is one, however many models call it. */
final class Mistakes {

    private record Mistake(Code code, String headline, Optional<Span> place) {}

    private Mistakes() {}

    static List<Diagnostic> of(List<Diagnostic> problems) {
        var found = new LinkedHashMap<Mistake, List<Diagnostic>>();
        problems.stream()
                .distinct()
                .sorted(byPlace())
                .forEach(problem -> found.computeIfAbsent(
                                new Mistake(problem.code(), problem.headline(), problem.span()),
                                first -> new ArrayList<>())
                        .add(problem));
        return found.values().stream().map(Mistakes::told).toList();
    }

    private static Diagnostic told(List<Diagnostic> same) {
        Diagnostic first = same.getFirst();
        return switch (same.size()) {
            case 1 -> first;
            case 2 -> first.note("one more place meets the same mistake");
            default -> first.note((same.size() - 1) + " more places meet the same mistake");
        };
    }

    private static Comparator<Diagnostic> byPlace() {
        return Comparator.<Diagnostic, String>comparing(problem ->
                        problem.span().map(span -> span.file().path()).orElse(""))
                .thenComparing(problem -> problem.span().map(Span::start).orElse(0));
    }
}
