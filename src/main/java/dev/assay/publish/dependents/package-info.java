/**
 * What depends on relations or reads them, as the warehouse tells it, and which leftovers can go.
 *
 * <p>Publishes nothing. Start at {@link dev.assay.publish.dependents.DependencyQueries}.
 */
package dev.assay.publish.dependents;
