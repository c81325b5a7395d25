/**
 * What happened: events while it happens, results afterwards.
 *
 * <p>Values and one listener only; every report, artifact and audit row is made from these alone. Start at {@link
 * dev.assay.result.RunEvent}.
 */
package dev.assay.result;
