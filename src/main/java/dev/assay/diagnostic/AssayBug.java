package dev.assay.diagnostic;

/** A mistake of ours, never of the user. Drawn on its own page, with what helps us to mend it. */
public final class AssayBug extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AssayBug(String whatWasImpossible) {
        super(whatWasImpossible);
    }

    public AssayBug(String whatWasImpossible, Throwable cause) {
        super(whatWasImpossible, cause);
    }
}
