/**
 * What assay has made in a warehouse, and for whom: the registry of environments and of their publications.
 *
 * <p>Only what the registry names is ours to drop. Start at {@link dev.assay.environment.Registry}.
 */
package dev.assay.environment;
