package dev.assay.environment;

import java.util.Locale;

/** What an environment uses a schema for; of two purposes, the later one counts. */
public enum SchemaPurpose {
    /** An assay without a versioned registry noted the schema. */
    UNKNOWN,
    /** The registry's publications, notes and texts. Environments may share it. */
    QUALITY,
    /** Failing rows of tests. */
    FAILURES,
    /** Candidates, and relations that a cut has replaced. */
    CANDIDATES,
    /** What readers see. */
    DATA;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SchemaPurpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A row of an old registry may be of a quality schema. */
    boolean mayBeSharedWith(SchemaPurpose other) {
        return this == QUALITY && (other == QUALITY || other == UNKNOWN);
    }
}
