/**
 * Problems as values: what a user did wrong, complete and not yet drawn.
 *
 * <p>Never prints. Start at {@link dev.assay.diagnostic.Diagnostic}; the list of all problems is {@link
 * dev.assay.diagnostic.Code}.
 */
package dev.assay.diagnostic;
