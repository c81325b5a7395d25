package dev.assay.manifest;

import dev.assay.source.Span;
import dev.assay.sql.Draft.Wanted;
import java.util.Optional;

/**
 * A call of {@code ref} or {@code source}, with its place and what it leads to.
 *
 * @param target empty only while the project is being read: a manifest's references are all resolved
 */
public record Reference(Wanted wanted, Span place, Optional<ResourceId> target) {

    public Reference to(ResourceId found) {
        return new Reference(wanted, place, Optional.of(found));
    }
}
