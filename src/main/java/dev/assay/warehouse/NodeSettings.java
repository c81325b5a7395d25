package dev.assay.warehouse;

import dev.assay.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node's settings ask of its warehouse. Each warehouse reads what it understands and leaves the rest.
 *
 * @param settings by name, with underscores; plain values
 * @param places where each was written
 * @param place the node's own, for those that were written nowhere
 */
public record NodeSettings(Map<String, Object> settings, Map<String, Span> places, Optional<Span> place) {

    /** Asks for nothing. */
    public static final NodeSettings NONE = new NodeSettings(Map.of(), Map.of(), Optional.empty());

    /** The same, but for one thing. */
    public NodeSettings with(String key, Object value) {
        var changed = new HashMap<>(settings);
        changed.put(key, value);
        return new NodeSettings(changed, places, place);
    }

    /** Empty where nothing was said, or nothing but blanks. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(settings.get(key)).map(Object::toString).filter(text -> !text.isBlank());
    }

    public Optional<Boolean> flag(String key) {
        return text(key).map(Boolean::parseBoolean);
    }

    /** A list, or the one value that stands for a list of one. */
    public List<String> texts(String key) {
        return settings.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : text(key).stream().toList();
    }

    public Optional<Span> placeOf(String key) {
        return Optional.ofNullable(places.get(key)).or(() -> place);
    }
}
