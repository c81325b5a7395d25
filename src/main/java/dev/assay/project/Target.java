package dev.assay.project;

import dev.assay.yaml.Yaml;
import java.util.Optional;

/**
 * The chosen output of a profile, with its variables resolved. Only the chosen one is: a DuckDB user never sets a secret
 * for Snowflake.
 *
 * @param name as in {@code --target dev}
 * @param type which warehouse: duckdb, postgres, snowflake
 * @param schema the data schema of the environment
 * @param fields every field as written in YAML, values resolved; the warehouse reads its own from it
 * @param folder of the profiles.yml that names it: a DuckDB path is relative to it
 */
public record Target(
        String profile,
        String name,
        String type,
        String schema,
        Optional<String> database,
        int threads,
        Yaml.Mapping fields,
        String folder) {}
