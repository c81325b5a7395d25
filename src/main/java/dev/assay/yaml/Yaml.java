package dev.assay.yaml;

import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file, with its place. */
public sealed interface Yaml {

    Span span();

    /** The value as plain Java: null, text, Long (BigInteger where it does not fit), Double, Boolean, List, Map. */
    Object plain();

    /** A single value. Null is a value: {@code key:} with nothing behind it. */
    record Scalar(Object plain, String written, Span span) implements Yaml {}

    record Sequence(List<Yaml> items, Span span) implements Yaml {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            var list = new ArrayList<Object>();
            items.forEach(item -> list.add(item.plain()));
            return Collections.unmodifiableList(list);
        }
    }

    record Mapping(List<Entry> entries, Span span) implements Yaml {

        public Mapping {
            entries = List.copyOf(entries);
        }

        // Asked some dozen times for each model of a project: a loop costs a quarter of a stream here.
        public Optional<Yaml> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public Map<String, Object> plain() {
            var map = new LinkedHashMap<String, Object>();
            entries.forEach(entry -> map.put(entry.key(), entry.value().plain()));
            return Collections.unmodifiableMap(map);
        }
    }

    /** A key with its own place: a misspelt key is pointed at, not its value. */
    record Entry(String key, Span keySpan, Yaml value) {}
}
