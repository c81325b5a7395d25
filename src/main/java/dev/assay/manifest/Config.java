package dev.assay.manifest;

import dev.assay.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one resource after all files had their say, by dbt's names.
 *
 * @param values plain values: text, numbers, booleans, lists, maps; keys with underscores
 * @param places where each top-level key was last set, for messages
 */
public record Config(Map<String, Object> values, Map<String, Span> places) {

    public static final Config EMPTY = new Config(Map.of(), Map.of());

    public Config {
        values = Map.copyOf(values);
        places = Map.copyOf(places);
    }

    public boolean enabled() {
        return flag("enabled").orElse(true);
    }

    public String materialized() {
        return text("materialized").orElse("view");
    }

    public List<String> tags() {
        return texts("tags");
    }

    public Optional<String> group() {
        return text("group");
    }

    public String access() {
        return text("access").orElse("protected");
    }

    /** Where a setting was last set; elsewhere, where it was not. */
    public Span place(String key, Span elsewhere) {
        return Optional.ofNullable(places.get(key)).orElse(elsewhere);
    }

    /** The same settings, with a place for what is said beside them. */
    public Config placed(String key, Span place) {
        var more = new HashMap<>(places);
        more.put(key, place);
        return new Config(values, more);
    }

    /** How a table comes into its place: auto, swap or difference. */
    public String publishBy() {
        return text("publish_by").orElse("auto");
    }

    public Optional<String> publishGroup() {
        return text("publish_group");
    }

    /** A test's place: {@code before}, {@code after}, {@code off}; a model's: {@code strict} or empty. */
    public Optional<String> gate() {
        return text("gate");
    }

    public Map<String, Object> meta() {
        return map("meta");
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    public Optional<Boolean> flag(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> Boolean.parseBoolean(value.toString()));
    }

    public Optional<Long> number(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> Long.valueOf(value.toString()));
    }

    /** A list, or the one value that stands for a list of one. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String key) {
        return values.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
