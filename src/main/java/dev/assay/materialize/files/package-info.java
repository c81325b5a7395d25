/**
 * The files that external models are written to: reads their locations, and refuses two that would be one file.
 * It never opens a file, and never follows a link by itself.
 */
package dev.assay.materialize.files;
