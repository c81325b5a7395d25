package dev.assay.template;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that a template sees: plain values, {@link Callable}s and {@link Printable}s. Any other name is an error with
 * its place.
 */
public record Scope(Map<String, Object> names) {

    public Scope {
        names = Map.copyOf(names);
    }

    public Scope with(String name, Object value) {
        var more = new HashMap<>(names);
        more.put(name, value);
        return new Scope(more);
    }
}
