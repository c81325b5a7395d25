package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long a publication waits for the readers of what it replaces, and how long it may make them wait.
 *
 * @param longestWait for how long a publication waits for a moment without readers
 * @param lockBudget in milliseconds, how long an attempt to lock may make readers wait; where it is not given, less than the
 *     warehouse takes to look for deadlocks
 * @param strictSnapshots whether each reader with an older snapshot holds the publication
 * @param holdsMixed whether a cut is held that replaces some tables and changes the rows of others
 */
public record ReaderLimits(Duration longestWait, OptionalInt lockBudget, boolean strictSnapshots, boolean holdsMixed)
        implements Facet {

    private static final ReaderLimits NONE = new ReaderLimits(Duration.ZERO, OptionalInt.empty(), false, false);

    /** Elsewhere readers do not block a publication. */
    public static ReaderLimits of(Warehouse warehouse) {
        return warehouse.facet(ReaderLimits.class).orElse(NONE);
    }
}
