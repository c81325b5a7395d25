package dev.assay.manifest;

import java.util.Map;

/** Resources with one owner; private models may be used inside it only. */
public record Group(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        Map<String, Object> owner)
        implements Resource {}
