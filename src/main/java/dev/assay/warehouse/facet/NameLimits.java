package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;

/**
 * How long names may be, in bytes of UTF-8. A longer one is cut without an error.
 *
 * @param longest how long a name may be
 * @param distinct in how many of their first bytes the names of a schema's tables have to differ
 */
public record NameLimits(int longest, int distinct) implements Facet {}
