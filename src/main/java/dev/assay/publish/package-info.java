/**
 * Which candidates may become visible, when, and in which cut.
 *
 * <p>Leaves to the rooms inside how a warehouse makes them visible. Start at {@link dev.assay.publish.Cuts}.
 */
package dev.assay.publish;
