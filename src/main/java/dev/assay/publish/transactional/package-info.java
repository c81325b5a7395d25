/**
 * Publishes in one transaction where nothing is bound to a relation: DuckDB.
 *
 * <p>Start at {@link dev.assay.publish.transactional.TransactionalMethod}.
 */
package dev.assay.publish.transactional;
