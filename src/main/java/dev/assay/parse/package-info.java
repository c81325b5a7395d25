/**
 * From the files of a project to its resources and their manifest: makes the resources, checks names, resolves references.
 *
 * <p>Opens no file and runs no SQL. Start at {@link dev.assay.parse.Parser}.
 */
package dev.assay.parse;
