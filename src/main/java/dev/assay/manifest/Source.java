package dev.assay.manifest;

import dev.assay.sql.RelationName;
import java.util.Map;

/**
 * A relation that somebody else makes.
 *
 * @param sourceName the first name of {@code source("shop", "raw_orders")}; name is the second
 * @param settings what YAML says of it beyond this: loader, freshness, external location
 */
public record Source(
        ResourceId id,
        String sourceName,
        String name,
        Identity identity,
        Description description,
        Config config,
        RelationName relation,
        Map<String, Object> settings)
        implements Resource {}
