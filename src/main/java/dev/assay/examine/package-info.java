/**
 * A node's tests as few statements, and the rows that come back as verdicts.
 *
 * <p>Runs nothing: gives statements, takes rows. Start at {@link dev.assay.examine.Examiner}.
 */
package dev.assay.examine;
