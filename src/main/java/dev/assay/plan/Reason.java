package dev.assay.plan;

/** What building a node would change for readers, and why. */
public record Reason(Change change, String words) {

    /** Of a node against what is published. */
    public enum Change {
        CREATE,
        REPLACE,
        UNCHANGED
    }
}
