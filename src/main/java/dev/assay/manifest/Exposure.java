package dev.assay.manifest;

import java.util.List;
import java.util.Map;

/** A use of the data outside the project: a dashboard, a report, an application. */
public record Exposure(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        Map<String, Object> settings,
        List<Reference> references)
        implements Resource {

    public Exposure {
        references = List.copyOf(references);
    }
}
