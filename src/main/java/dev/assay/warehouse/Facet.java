package dev.assay.warehouse;

/**
 * Something that only some warehouses offer, see {@link Warehouse#facet}. A facet opens no session: what stands around a
 * warehouse has to see all of them.
 */
public interface Facet {}
