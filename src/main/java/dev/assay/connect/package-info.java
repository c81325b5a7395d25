/**
 * Sessions of a run: its workers, the right to write, and what is tried again when a connection fails.
 *
 * <p>Knows no nodes and no cuts. Start at {@link dev.assay.connect.ReopenableSession}.
 */
package dev.assay.connect;
