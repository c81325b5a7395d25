/**
 * Publishes where each definition commits by itself, with a journal that a later run can finish: Snowflake.
 *
 * <p>Start at {@link dev.assay.publish.journal.JournaledMethod}.
 */
package dev.assay.publish.journal;
