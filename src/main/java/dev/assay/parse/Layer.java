package dev.assay.parse;

import dev.assay.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that one place gives to a resource. Later layers win. */
record Layer(Map<String, Setting> settings) {

    static final Layer NONE = new Layer(Map.of());

    static Layer of(String key, Object value, Span place) {
        return new Layer(Map.of(key, new Setting(value, place)));
    }

    boolean isEmpty() {
        return settings.isEmpty();
    }

    /** Two places that count as one: several calls in a file, a block and the words beside it. */
    Layer and(Layer more) {
        if (isEmpty() || more.isEmpty()) {
            return isEmpty() ? more : this;
        }
        var both = new LinkedHashMap<>(settings);
        more.settings.forEach((key, setting) -> both.merge(
                key,
                setting,
                (earlier, later) -> new Setting(Merging.of(key, earlier.value(), later.value()), later.place())));
        return new Layer(both);
    }
}
