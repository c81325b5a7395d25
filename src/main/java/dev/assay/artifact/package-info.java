/**
 * What a run leaves in {@code target/}: one file per artifact, written from values only, and its reader.
 *
 * <p>The one room that knows the shapes of dbt's files. Start at {@link dev.assay.artifact.TargetFolder}.
 */
package dev.assay.artifact;
