package dev.assay.template;

import dev.assay.diagnostic.Diagnostic;

/**
 * A rendering that went on after it was interrupted: Java cannot end its thread, so only the end of the process ends it. Thrown by
 * the watchdog's own thread, to the handler of uncaught exceptions.
 */
public final class StuckRendering extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic problem;
    private final transient Thread thread;

    StuckRendering(Diagnostic problem, Thread thread) {
        super(problem.headline());
        this.problem = problem;
        this.thread = thread;
    }

    public Diagnostic problem() {
        return problem;
    }

    /** Where it goes on. */
    public Thread thread() {
        return thread;
    }
}
