package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import java.util.Map;

/** The head of every file in dbt's shape. */
final class DbtMetadata {

    private DbtMetadata() {}

    /** Opens the object and leaves it open, for what only some files add. */
    static void write(JsonWriter json, String shape, RunFacts facts) {
        json.object("metadata")
                .field("dbt_schema_version", shape)
                .field("dbt_version", RunFacts.DBT_VERSION)
                .field("generated_at", facts.written())
                .field("invocation_id", facts.invocationId())
                .field("invocation_started_at", facts.started())
                .field("env", Map.of("ASSAY_VERSION", facts.assayVersion()));
    }
}
