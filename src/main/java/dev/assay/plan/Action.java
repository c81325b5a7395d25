package dev.assay.plan;

/** What is done with a planned node. */
public enum Action {
    /** Build its candidate, then run its own tests. */
    BUILD,
    /** Its candidate is complete, from a run that did not publish it: go on from there, test it again. */
    REUSE,
    /** A test that stands alone. */
    TEST
}
