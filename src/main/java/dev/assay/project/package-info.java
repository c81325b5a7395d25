/**
 * What stands around the resources: the project file, profiles, variables, the files of the tree, the names of
 * environments.
 *
 * <p>Knows nothing of models or tests. Start at {@link dev.assay.project.ProjectFile}.
 */
package dev.assay.project;
