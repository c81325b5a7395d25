package dev.assay.recall;

/** A value that has no bytes. Whoever holds one is not remembered. */
final class Unpackable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unpackable(String what) {
        super(what);
    }
}
