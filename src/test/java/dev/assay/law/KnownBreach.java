package dev.assay.law;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What breaks the law today, with the finding of issue 9 that describes it. The generator avoids these commands and
 * edits, so that a sequence can find something new. Whoever fixes a finding deletes its row and the rows' uses.
 *
 * <p>{@code -Dassay.law.allow=INDEX_BY_HAND,CHANGED_BY_HAND} or {@code all} draws them nevertheless: then the law has
 * to find them.
 */
enum KnownBreach {
    /** DuckDB 6: a relation in SQL that is not a ref. */
    HAND_WRITTEN_NAME,
    /** DuckDB 7: rows that somebody else wrote into a published table. */
    CHANGED_BY_HAND,
    /** DuckDB 9: an index that somebody else made on a published table. */
    INDEX_BY_HAND;

    /** What the generator may not draw. */
    static Set<KnownBreach> avoided() {
        String allowed = System.getProperty("assay.law.allow", "");
        var avoided = EnumSet.allOf(KnownBreach.class);
        if (allowed.equals("all")) {
            avoided.clear();
        } else if (!allowed.isEmpty()) {
            Arrays.stream(allowed.split(",", -1)).map(KnownBreach::valueOf).forEach(avoided::remove);
        }
        return avoided;
    }
}
