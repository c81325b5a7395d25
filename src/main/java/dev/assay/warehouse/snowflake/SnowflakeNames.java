package dev.assay.warehouse.snowflake;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.InternalNames;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Candidates have their final names, in a schema beside the one that readers see: grants on future tables of the published
 * schema do not apply there. Old relations are set aside in the published schema, under a name of ours.
 */
final class SnowflakeNames {

    private static final String CANDIDATES = "__assay_candidate";

    private SnowflakeNames() {}

    static RelationName candidate(RelationName published) {
        return published.inSchema(published.schema() + CANDIDATES);
    }

    /** Earlier versions built candidates beside the published relations, under names of ours. */
    static boolean isOurs(RelationName name) {
        return hasCandidates(name.schema()) || InternalNames.has(name.name().toLowerCase(Locale.ROOT));
    }

    /** The same schemas, and those of their candidates. */
    static SortedSet<String> withCandidates(Collection<String> schemas) {
        var all = new TreeSet<>(schemas);
        schemas.stream()
                .filter(schema -> !hasCandidates(schema))
                .map(schema -> schema + CANDIDATES)
                .forEach(all::add);
        return all;
    }

    private static boolean hasCandidates(String schema) {
        return schema.toLowerCase(Locale.ROOT).endsWith(CANDIDATES);
    }
}
