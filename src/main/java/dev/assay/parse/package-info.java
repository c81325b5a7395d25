/**
 * From the files of a project to its resources and their manifest: templates rendered once, YAML checked, settings merged,
 * references resolved.
 *
 * <p>Opens no file and runs no SQL. Start at {@link dev.assay.parse.Parser}.
 */
package dev.assay.parse;
