/**
 * SQL as values: names, texts that know where they were written, statements, rows.
 *
 * <p>Never quotes (a dialect does) and never runs anything. Start at {@link dev.assay.sql.SqlText}.
 */
package dev.assay.sql;
