package dev.assay.materialize;

/** What the name of a candidate means once its cut is made. */
public enum CandidateAfter {
    /** It is a view over the published relation: nodes that are still to be built read it. */
    POINTS_TO_PUBLISHED,
    /** The candidate is still there, with the same content as the published relation. */
    STAYS,
    /** No relation has the name, or only the old one. */
    GONE
}
