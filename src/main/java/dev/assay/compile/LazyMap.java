package dev.assay.compile;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A map whose content is made when it is first asked for. */
final class LazyMap extends AbstractMap<String, Object> {

    private final Supplier<Map<String, Object>> make;
    private Map<String, Object> made;

    LazyMap(Supplier<Map<String, Object>> make) {
        this.make = make;
    }

    // A race makes the same twice.
    private Map<String, Object> made() {
        var known = made;
        if (known == null) {
            known = Collections.unmodifiableMap(make.get());
            made = known;
        }
        return known;
    }

    @Override
    public Object get(Object key) {
        return made().get(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return made().entrySet();
    }
}
