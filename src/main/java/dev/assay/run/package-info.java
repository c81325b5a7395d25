/**
 * Carries out a plan: begins the run, builds and tests candidates on its workers, ends the run.
 *
 * <p>Decides nothing about SQL and nothing about what is published. Start at {@link dev.assay.run.Runner}.
 */
package dev.assay.run;
