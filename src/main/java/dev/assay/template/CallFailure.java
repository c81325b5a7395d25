package dev.assay.template;

/** Carries what a {@link Callable} threw through FreeMarker, so that it surfaces as thrown. */
final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RuntimeException thrown;

    CallFailure(RuntimeException thrown) {
        super(null, thrown, false, false);
        this.thrown = thrown;
    }

    RuntimeException thrown() {
        return thrown;
    }
}
