package dev.assay.result;

/** Hears what happens in a run. Called from one thread at a time, in order. */
@FunctionalInterface
public interface RunListener {

    RunListener SILENT = event -> {};

    void on(RunEvent event);

    /** Tells both, this one first. */
    default RunListener and(RunListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }
}
