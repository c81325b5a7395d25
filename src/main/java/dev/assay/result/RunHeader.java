package dev.assay.result;

import java.time.Instant;

/**
 * What is known of a run before it starts.
 *
 * @param warehouse for people: {@code duckdb, shop.duckdb}
 * @param schema the data schema of the environment
 */
public record RunHeader(
        String invocationId,
        String command,
        String project,
        String target,
        String warehouse,
        String schema,
        int threads,
        Instant started) {}
