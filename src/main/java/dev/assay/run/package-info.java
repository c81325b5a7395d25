/**
 * A plan is carried out: scheduler, gate, publisher. The only room with threads.
 *
 * <p>Decides nothing about SQL. Start at {@link dev.assay.run.Runner}.
 */
package dev.assay.run;
