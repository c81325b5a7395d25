package dev.assay.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one stage, so that one run shows all of them. */
public final class Problems {

    private final List<Diagnostic> found = new ArrayList<>();

    public void add(Diagnostic problem) {
        found.add(problem);
    }

    public void addAll(List<Diagnostic> problems) {
        found.addAll(problems);
    }

    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    /** The end of a stage: nothing after it could be right if this one found errors. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new ProblemsFound(all());
        }
    }
}
