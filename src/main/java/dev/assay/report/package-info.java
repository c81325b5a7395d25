/**
 * The faces of what happened: terminal, JSON lines, GitHub, tables. One class per face, each drawn from values alone.
 *
 * <p>Decides nothing and reads nothing. Start at {@link dev.assay.report.Report}.
 */
package dev.assay.report;
