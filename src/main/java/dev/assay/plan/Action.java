package dev.assay.plan;

/** What is done with a planned node. */
public enum Action {
    /** Build its candidate, then run its own tests. */
    BUILD,
    /** Its candidate is complete, from a run that did not publish it: go on from there, test it again. */
    REUSE,
    /** The same, whatever the project says of the node by now. A failure of an earlier run may be accepted. */
    RELEASE,
    /** A test that stands alone. */
    TEST;

    /** Whether there is a candidate already. */
    public boolean isKept() {
        return this == REUSE || this == RELEASE;
    }
}
