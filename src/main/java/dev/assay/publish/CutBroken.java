package dev.assay.publish;

import dev.assay.diagnostic.Diagnostic;

/** A cut has neither succeeded nor been undone, so the run must not change anything any more. */
public final class CutBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic problem;

    CutBroken(Diagnostic problem) {
        super(problem.headline());
        this.problem = problem;
    }

    public Diagnostic problem() {
        return problem;
    }
}
