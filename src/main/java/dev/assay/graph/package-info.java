/**
 * Who needs whom. The only room that knows jgrapht.
 *
 * <p>A graph that exists has no circle. Start at {@link dev.assay.graph.Graph}.
 */
package dev.assay.graph;
