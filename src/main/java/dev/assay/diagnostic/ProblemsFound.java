package dev.assay.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a stage whose input is wrong. Carries every problem found; never shown with a stack trace. */
public final class ProblemsFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> problems;

    public ProblemsFound(List<Diagnostic> problems) {
        super(problems.stream().map(Diagnostic::headline).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public ProblemsFound(Diagnostic problem) {
        this(List.of(problem));
    }

    public List<Diagnostic> problems() {
        return problems;
    }
}
