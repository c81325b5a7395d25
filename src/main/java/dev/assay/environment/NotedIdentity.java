package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.Identity;

/**
 * By what a published relation can be recognised later, to be noted in the registry.
 *
 * @param generation readers have had the relation since then
 */
public record NotedIdentity(ResourceId node, long generation, Identity identity) {}
