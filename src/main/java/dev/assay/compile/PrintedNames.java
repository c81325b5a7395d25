package dev.assay.compile;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;

/** Which relation stands for a resource: what readers see, or the candidate that is being proven. */
@FunctionalInterface
public interface PrintedNames {

    RelationName of(ResourceId id);
}
