package dev.assay.warehouse;

import dev.assay.sql.RelationName;

/** Names of ours that stand beside the published ones, in the same schema: they are told by how they end. */
public final class OurNames {

    private static final String CANDIDATE = "__assay_candidate";
    private static final String STAGED = "__assay_staged";
    private static final String RETIRED = "__assay_retired";

    private OurNames() {}

    public static RelationName candidate(RelationName published) {
        return published.renamed(name -> name + CANDIDATE);
    }

    public static RelationName retired(RelationName published) {
        return published.renamed(name -> name + RETIRED);
    }

    /** Where the rows of a change lie that a candidate shows. */
    public static RelationName staged(RelationName candidate) {
        return candidate.renamed(name -> name + STAGED);
    }

    /** @param name in the letters that we write */
    public static boolean has(String name) {
        return name.endsWith(CANDIDATE) || name.endsWith(STAGED) || name.endsWith(RETIRED);
    }
}
