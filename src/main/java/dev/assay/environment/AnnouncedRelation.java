package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import java.time.Instant;
import java.util.Optional;

/**
 * A relation that a run is going to build: noted before the first object of it exists.
 *
 * @param heldSince where an earlier run has left it unpublished: since when
 */
public record AnnouncedRelation(
        ResourceId node, RelationName relation, RelationName candidate, String kind, Optional<Instant> heldSince) {}
