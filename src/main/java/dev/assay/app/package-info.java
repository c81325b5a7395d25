/**
 * One use case per file, over a pipeline of types that each lead to the next: workspace, loaded project, parsed project,
 * planned run.
 *
 * <p>Never prints. Start at {@link dev.assay.app.Workspace}.
 */
package dev.assay.app;
