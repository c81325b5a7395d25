package dev.assay.project;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The environment variables that a project may read: those of the process, and below them those of {@code .env}. */
public record Environment(Map<String, String> values) {

    public Environment {
        values = Map.copyOf(values);
    }

    public static Environment of(Map<String, String> process, Map<String, String> file) {
        var both = new TreeMap<>(file);
        both.putAll(process);
        return new Environment(both);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
