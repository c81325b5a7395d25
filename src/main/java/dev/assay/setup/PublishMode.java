package dev.assay.setup;

import java.util.Locale;

/** When candidates become visible. */
public enum PublishMode {
    /** At the end of the run, all that passed. */
    PASSING,
    /** At the end of the run, if everything passed. */
    ALL,
    /** Each node as soon as it has passed. */
    EACH,
    NONE;

    /** @param word as the project file or an option says it, checked there */
    public static PublishMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
