/**
 * What a test asserts: the signature of its kind, its arguments, its thresholds.
 *
 * <p>Runs nothing. Start at {@link dev.assay.quality.TestKind}.
 */
package dev.assay.quality;
