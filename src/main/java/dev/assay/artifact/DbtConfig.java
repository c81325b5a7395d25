package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A config as dbt's readers accept it: what dbt has a type for gets that type, what dbt does not know passes as it is, and
 * what would be refused is left out.
 */
final class DbtConfig {

    private static final Set<String> TEXTS = Set.of(
            "alias",
            "schema",
            "database",
            "group",
            "static_analysis",
            "materialized",
            "incremental_strategy",
            "on_schema_change",
            "store_failures_as",
            "where",
            "fail_calc",
            "warn_if",
            "error_if",
            "delimiter",
            "loaded_at_field",
            "loaded_at_query");
    private static final Set<String> FLAGS = Set.of("enabled", "full_refresh", "store_failures", "quote_columns");
    private static final Set<String> MAPS = Set.of("meta", "persist_docs", "quoting", "column_types", "grants");
    private static final Set<String> REFUSED = Set.of("_extra", "latest_version_pointer", "on_error", "freshness");
    private static final Map<String, Set<String>> WORDS = Map.of(
            "severity", Set.of("error", "warn"),
            "on_configuration_change", Set.of("apply", "continue", "fail"),
            "access", Set.of("private", "protected", "public"));
    private static final Map<String, Set<String>> SHAPES = Map.of(
            "contract", Set.of("enforced", "alias_types"),
            "docs", Set.of("show", "node_color"));

    private DbtConfig() {}

    static void write(JsonWriter json, Config config) {
        json.object("config").field("enabled", config.enabled());
        new TreeMap<>(config.values()).forEach((key, value) -> {
            if (!key.equals("enabled")) {
                entry(json, key, value);
            }
        });
        json.end();
    }

    private static void entry(JsonWriter json, String key, Object value) {
        if (REFUSED.contains(key) || key.isEmpty()) {
            return;
        }
        if (key.equals("pre_hook") || key.equals("post_hook")) {
            hooks(json, key.replace('_', '-'), value);
        } else if (WORDS.containsKey(key)) {
            String word = String.valueOf(value).toLowerCase(Locale.ROOT);
            json.field(key, WORDS.get(key).contains(word) ? word : null);
        } else if (SHAPES.containsKey(key)) {
            json.field(key, value instanceof Map<?, ?> map ? only(map, SHAPES.get(key)) : null);
        } else {
            json.field(key, typed(key, value));
        }
    }

    private static Object typed(String key, Object value) {
        if (value == null) {
            return null;
        }
        if (TEXTS.contains(key)) {
            return value.toString();
        }
        if (FLAGS.contains(key)) {
            return Boolean.parseBoolean(value.toString());
        }
        if (MAPS.contains(key)) {
            return value instanceof Map<?, ?> map ? map : null;
        }
        return switch (key) {
            case "tags", "packages", "unique_key" -> texts(value);
            case "limit" -> value instanceof Long ? value : null;
            default -> value;
        };
    }

    /** A list of texts, also from the one value that stands for a list of one. */
    static List<String> texts(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
    }

    /** The entries that dbt's shape allows. */
    static Map<String, Object> only(Map<?, ?> map, Set<String> keys) {
        var kept = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (keys.contains(String.valueOf(key))) {
                kept.put(String.valueOf(key), value);
            }
        });
        return kept;
    }

    private static void hooks(JsonWriter json, String key, Object value) {
        List<?> hooks = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        var sqls = new ArrayList<String>();
        hooks.forEach(hook -> sqls.add(
                hook instanceof Map<?, ?> map && map.get("sql") != null
                        ? map.get("sql").toString()
                        : String.valueOf(hook)));
        json.array(key);
        sqls.forEach(sql -> json.object()
                .field("sql", sql)
                .field("transaction", true)
                .field("index", null)
                .end());
        json.end();
    }
}
