/**
 * What only some warehouses offer, one small type for each; its {@code of} answers for those that do not offer it. A facet
 * never opens a session, and never runs a statement that it gives.
 */
package dev.assay.warehouse.facet;
