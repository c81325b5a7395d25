package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.Source;
import java.util.Map;
import java.util.Set;

/** A source in dbt's shape. */
final class DbtSource {

    private static final Set<String> PERIODS = Set.of("minute", "hour", "day");
    private static final Set<String> QUOTING = Set.of("database", "schema", "identifier", "column");

    private DbtSource() {}

    static void write(JsonWriter json, Source source, RunFacts facts) {
        Map<String, Object> settings = source.settings();
        json.object()
                .field("database", source.relation().database())
                .field("schema", source.relation().schema());
        DbtResource.identity(json, source);
        json.field("fqn", source.identity().fqn())
                .field("source_name", source.sourceName())
                .field(
                        "source_description",
                        settings.getOrDefault("source_description", "").toString())
                .field("loader", settings.getOrDefault("loader", "").toString())
                .field("identifier", source.relation().name())
                .field(
                        "quoting",
                        settings.get("quoting") instanceof Map<?, ?> map ? DbtConfig.only(map, QUOTING) : Map.of())
                .field("loaded_at_field", DbtResource.text(settings.get("loaded_at_field")))
                .field("loaded_at_query", DbtResource.text(settings.get("loaded_at_query")));
        freshness(json, settings.get("freshness"));
        external(json, settings.get("external"));
        DbtResource.description(json, source);
        DbtConfig.write(json, source.config());
        json.object("source_meta")
                .end()
                .object("unrendered_config")
                .end()
                .field("relation_name", facts.printed().apply(source.relation()))
                .field("created_at", facts.started().toEpochMilli() / 1000.0)
                .end();
    }

    private static void freshness(JsonWriter json, Object freshness) {
        if (!(freshness instanceof Map<?, ?> map)) {
            json.field("freshness", null);
            return;
        }
        json.object("freshness");
        limit(json, "warn_after", map.get("warn_after"));
        limit(json, "error_after", map.get("error_after"));
        json.field("filter", DbtResource.text(map.get("filter"))).end();
    }

    private static void limit(JsonWriter json, String name, Object limit) {
        boolean known = limit instanceof Map<?, ?> map
                && map.get("count") instanceof Long
                && PERIODS.contains(String.valueOf(map.get("period")));
        json.field(name, known ? DbtConfig.only((Map<?, ?>) limit, Set.of("count", "period")) : null);
    }

    private static void external(JsonWriter json, Object external) {
        String location = external instanceof Map<?, ?> map ? DbtResource.text(map.get("location")) : null;
        if (location == null) {
            json.field("external", null);
        } else {
            json.object("external").field("location", location).end();
        }
    }
}
