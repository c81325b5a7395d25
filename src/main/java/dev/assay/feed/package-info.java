/**
 * CSV text: its rows, its mistakes, and the type of each column over the whole file.
 *
 * <p>Reads what it is handed, as a stream; opens no file and loads nothing. Start at {@link dev.assay.feed.CsvScan}.
 */
package dev.assay.feed;
