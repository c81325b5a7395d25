/**
 * How a node becomes a relation: which statements, in which order. One file per materialization.
 *
 * <p>Gives statements, runs none. Start at {@link dev.assay.materialize.Materialization}.
 */
package dev.assay.materialize;
