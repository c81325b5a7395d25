package dev.assay.artifact;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the artifacts say beyond resources and results.
 *
 * @param assayVersion of the program that writes
 * @param adapterType the warehouse's word: {@code duckdb}
 * @param schema the data schema of the environment
 * @param options of the command, as given; they hold no secret
 * @param selection the ids that the command worked on
 * @param compiled the SQL of each node that was compiled
 * @param printed a relation's name as the warehouse writes it
 */
public record RunFacts(
        String assayVersion,
        String invocationId,
        Instant started,
        Instant written,
        String adapterType,
        String schema,
        Map<String, Object> options,
        List<ResourceId> selection,
        Map<ResourceId, String> compiled,
        Function<RelationName, String> printed) {

    /** The dbt whose shapes these files have: their readers ask for it. */
    static final String DBT_VERSION = "1.12.0";

    public RunFacts {
        selection = List.copyOf(selection);
        compiled = Map.copyOf(compiled);
    }
}
