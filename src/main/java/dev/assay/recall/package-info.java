/**
 * What an earlier call understood of a project, kept in a file, for a call that finds the same project again.
 *
 * <p>Never a reason to fail: what does not fit is as good as nothing. Start at {@link dev.assay.recall.Recall}.
 */
package dev.assay.recall;
