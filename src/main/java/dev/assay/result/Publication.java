package dev.assay.result;

import dev.assay.manifest.ResourceId;
import java.util.List;
import java.util.Optional;

/** One cut: what became visible together, and as which generation. */
public record Publication(long generation, Optional<String> group, List<ResourceId> nodes) {

    public Publication {
        nodes = List.copyOf(nodes);
    }
}
