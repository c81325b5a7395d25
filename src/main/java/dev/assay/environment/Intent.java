package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;

/**
 * A node's part in a cut that is made step by step, as the journal keeps it.
 *
 * @param relation what readers see of it
 * @param how {@link #SWAP}, {@link #OVERWRITE}, {@link #STAY}, or the words that make a view
 */
public record Intent(ResourceId node, RelationName relation, String how) {

    /** The candidate and what readers see trade names. */
    public static final String SWAP = "swap";

    /** The candidate's rows take the place of those that readers see. */
    public static final String OVERWRITE = "overwrite";

    /** What readers see is in no word other than its candidate: nothing is to be done. */
    public static final String STAY = "stay";

    public boolean isView() {
        return !isSwap() && !isOverwrite() && !how.equals(STAY);
    }

    public boolean isSwap() {
        return how.equals(SWAP);
    }

    public boolean isOverwrite() {
        return how.equals(OVERWRITE);
    }
}
