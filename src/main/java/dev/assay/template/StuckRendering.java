package dev.assay.template;

import dev.assay.diagnostic.Diagnostic;
import java.util.function.Consumer;

/**
 * A rendering that went on after it was interrupted: Java cannot end its thread, so only the end of the process ends it. Thrown by
 * the watchdog's own thread, to the handler of uncaught exceptions.
 */
public final class StuckRendering extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic problem;
    private final String threadName;

    StuckRendering(Diagnostic problem, String threadName) {
        super(problem.headline());
        this.problem = problem;
        this.threadName = threadName;
    }

    public Diagnostic problem() {
        return problem;
    }

    /** Of the thread in which it goes on. */
    public String threadName() {
        return threadName;
    }

    /** @param told of what threads throw for which nobody waits, from now on, in the whole process */
    public static void tell(Consumer<Throwable> told) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.accept(thrown));
    }
}
