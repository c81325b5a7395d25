/**
 * From a resource to SQL that a warehouse understands: names of relations, ephemerals as common table expressions, the way
 * back to the user's lines.
 *
 * <p>Runs nothing. Start at {@link dev.assay.compile.Compiler}.
 */
package dev.assay.compile;
