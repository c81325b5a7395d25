package dev.assay.parse.settings;

import dev.assay.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The settings that one place gives to a resource. Later layers win. */
public record Layer(Map<String, WrittenSetting> settings) {

    public static final Layer NONE = new Layer(Map.of());

    public static Layer of(String key, Object value, Span place) {
        return new Layer(Map.of(key, new WrittenSetting(value, place)));
    }

    boolean isEmpty() {
        return settings.isEmpty();
    }

    /** The same settings with every text of them changed, however deep. */
    public Layer mapped(UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, WrittenSetting>();
        settings.forEach((key, setting) ->
                changed.put(key, new WrittenSetting(mapped(setting.value(), change), setting.place())));
        return new Layer(changed);
    }

    private static Object mapped(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case List<?> list -> list.stream().map(item -> mapped(item, change)).toList();
            case Map<?, ?> map -> {
                var changed = new LinkedHashMap<Object, Object>();
                map.forEach((key, item) -> changed.put(key, mapped(item, change)));
                yield changed;
            }
            case null -> null;
            default -> value;
        };
    }

    /** Two places that count as one: several calls in a file, a block and the words beside it. */
    public Layer and(Layer more) {
        if (isEmpty() || more.isEmpty()) {
            return isEmpty() ? more : this;
        }
        var both = new LinkedHashMap<>(settings);
        more.settings.forEach((key, setting) -> both.merge(
                key,
                setting,
                (earlier, later) ->
                        new WrittenSetting(Merging.of(key, earlier.value(), later.value()), later.place())));
        return new Layer(both);
    }
}
