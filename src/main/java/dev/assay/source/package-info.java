/**
 * Files that a user wrote, pieces of them, and the way back from rendered text to written text.
 *
 * <p>Never reads a disk: text is handed in. Start at {@link dev.assay.source.Span}.
 */
package dev.assay.source;
