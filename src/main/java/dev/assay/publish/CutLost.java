package dev.assay.publish;

/** The environment or a candidate is no longer this run's. Thrown inside a cut to undo it, and ends the run. */
public final class CutLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CutLost(String reason) {
        super(reason);
    }
}
