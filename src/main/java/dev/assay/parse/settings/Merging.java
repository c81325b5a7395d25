package dev.assay.parse.settings;

import dev.assay.manifest.Config;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the settings of several files become one: most replace, tags and hooks add up, mappings merge by key. */
public final class Merging {

    private static final Set<String> ADDED_UP = Set.of("tags", "packages", "pre_hook", "post_hook", "after_publish");
    private static final Set<String> BY_KEY =
            Set.of("meta", "docs", "quoting", "column_types", "contract", "persist_docs", "grants", "lineage");

    private Merging() {}

    /** Of layers from the weakest to the strongest. */
    public static Config config(List<Layer> layers) {
        Layer all = layers.stream().reduce(Layer.NONE, Layer::and);
        if (all.isEmpty()) {
            return Config.EMPTY;
        }
        var values = new HashMap<String, Object>();
        var places = new HashMap<String, Span>();
        all.settings().forEach((key, setting) -> {
            values.put(key, setting.value());
            places.put(key, setting.place());
        });
        return new Config(values, places);
    }

    static Object of(String key, Object earlier, Object later) {
        if (ADDED_UP.contains(key) && earlier instanceof List<?> first && later instanceof List<?> second) {
            return added(first, second, key.equals("tags"));
        }
        if (BY_KEY.contains(key) && earlier instanceof Map<?, ?> first && later instanceof Map<?, ?> second) {
            var merged = new LinkedHashMap<Object, Object>(first);
            second.forEach((name, value) -> put(merged, name.toString(), value));
            return merged;
        }
        return later;
    }

    /** A privilege with a plus keeps those who had it: {@code grants: {+select: [auditor]}}. */
    private static void put(Map<Object, Object> merged, String name, Object value) {
        if (!name.startsWith("+")) {
            merged.put(name, value);
            return;
        }
        Object earlier = merged.get(name.substring(1));
        merged.put(name.substring(1), earlier == null ? value : added(list(earlier), list(value), true));
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static List<Object> added(List<?> first, List<?> second, boolean once) {
        var sum = new ArrayList<Object>(first);
        sum.addAll(second);
        return once ? List.copyOf(new LinkedHashSet<>(sum)) : List.copyOf(sum);
    }
}
