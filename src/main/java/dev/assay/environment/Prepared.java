package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;

/** A relation that a run is going to build: noted before the first object of it exists. */
public record Prepared(ResourceId node, RelationName relation, RelationName candidate, String kind) {}
