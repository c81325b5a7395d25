package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import java.time.Duration;

/**
 * The lease of an environment ends by itself where the warehouse does not see that a run has ended.
 *
 * @param interval how often a run has to renew its lease, see {@link dev.assay.warehouse.Warehouse#beat}
 */
public record LeaseRenewal(Duration interval) implements Facet {}
