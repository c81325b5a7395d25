/**
 * One command per file: its options, the use case it calls, its exit code.
 *
 * <p>Decides nothing about data. Start at {@link dev.assay.cli.Commands}.
 */
package dev.assay.cli;
