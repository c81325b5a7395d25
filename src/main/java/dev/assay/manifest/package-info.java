/**
 * The resources of a project, one record each, and their immutable index.
 *
 * <p>Answers look-ups, never changes, knows no file system and no warehouse. Start at {@link
 * dev.assay.manifest.Manifest}.
 */
package dev.assay.manifest;
