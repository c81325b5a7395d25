/**
 * The template face: text with holes in, text with its origin out. FreeMarker stands behind it, and nothing outside
 * knows that.
 *
 * <p>A template reaches nothing but the scope it is given: no Java, no files, no network. Start at {@link
 * dev.assay.template.Templates}.
 */
package dev.assay.template;
