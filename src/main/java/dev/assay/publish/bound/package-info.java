/**
 * Publishes in one transaction where views are bound to relations, so that dependents move along: Postgres.
 *
 * <p>Start at {@link dev.assay.publish.bound.BoundMethod}.
 */
package dev.assay.publish.bound;
