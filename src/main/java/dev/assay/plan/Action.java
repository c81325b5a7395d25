package dev.assay.plan;

/** What is done with a planned node. */
public enum Action {
    /** Build its candidate, then run its own tests. */
    BUILD,
    /** Its candidate is complete, from a run that did not publish it: go on from there, test it again. */
    REUSE,
    /** The same, and it goes out as it is: what its tests have said of it stands. */
    RELEASE,
    /** A test that stands alone. */
    TEST;

    /** Whether there is a candidate already. */
    public boolean isKept() {
        return this == REUSE || this == RELEASE;
    }
}
