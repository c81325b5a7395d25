package dev.assay.law;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What breaks the law today, with the finding of issue 9 that describes it. The generator avoids these commands and
 * edits, so that a sequence can find something new. Whoever fixes a finding deletes its row and the rows' uses.
 *
 * <p>{@code -Dassay.law.allow=TESTS_LEFT_OUT,SHARED_QUALITY} or {@code all} draws them nevertheless: then the law has
 * to find them.
 */
enum KnownBreach {
    /** DuckDB 5: tests that a selection leaves out count as passed. */
    TESTS_LEFT_OUT,
    /** DuckDB 5, end: a view stays proven over a table that was published with {@code --no-tests}. */
    NO_TESTS_BELOW_VIEW,
    /** DuckDB 6: a relation in SQL that is not a ref. */
    HAND_WRITTEN_NAME,
    /** DuckDB 7: rows that somebody else wrote into a published table. */
    CHANGED_BY_HAND,
    /** DuckDB 9: an index that somebody else made on a published table. */
    INDEX_BY_HAND,
    /** Postgres 1: a run whose lease was taken by another run in between goes on and publishes the other's candidates. */
    LEASE_TAKEN,
    /** Part 2: two environments that share a quality schema take each other's rows and candidates for their own. */
    SHARED_QUALITY,
    /**
     * Found by the law: status looks for a node where the project has it now. After a new alias or schema it calls a
     * relation published that never was, even somebody else's; after a new name it lists nothing of what readers see.
     */
    STATUS_OF_MOVED_NODE;

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
