package dev.assay.environment;

import dev.assay.manifest.ResourceId;

/**
 * One version of a node's relation.
 *
 * @param runId the run that built it
 */
public record Version(ResourceId node, String runId) {}
