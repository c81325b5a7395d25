package dev.assay.warehouse;

import java.util.OptionalInt;

/**
 * What a warehouse cannot bear, known before it is hit.
 *
 * @param viewChain how many views may stand on each other; empty where any number may
 * @param stackBytes how much stack a thread wants that talks to it; 0 where any stack will do
 * @param nameBytes how long a name may be, in UTF-8; empty where any length will do
 * @param distinctBytes in how many of their first bytes the names of a schema's tables have to differ; empty where any
 *     difference will do
 */
public record WarehouseLimits(
        OptionalInt viewChain, long stackBytes, OptionalInt nameBytes, OptionalInt distinctBytes) {

    public static final WarehouseLimits NONE =
            new WarehouseLimits(OptionalInt.empty(), 0, OptionalInt.empty(), OptionalInt.empty());
}
