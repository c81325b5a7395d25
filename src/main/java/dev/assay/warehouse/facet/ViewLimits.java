package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;

/**
 * What an engine that expands views recursively can carry.
 *
 * @param chain how many views may read each other in a row
 * @param stackBytes the stack that a thread needs to run such a query
 */
public record ViewLimits(int chain, long stackBytes) implements Facet {

    /** For {@link Thread}: 0 is the usual size. */
    public static long stackBytes(Warehouse warehouse) {
        return warehouse.facet(ViewLimits.class).map(ViewLimits::stackBytes).orElse(0L);
    }
}
