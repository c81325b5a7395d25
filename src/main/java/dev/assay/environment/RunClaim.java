package dev.assay.environment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run needs before it creates its first object.
 *
 * @param target the output of the profile
 * @param schemas every schema in which the run creates something, with its purpose
 */
public record RunClaim(String target, SortedMap<String, SchemaPurpose> schemas) {

    public RunClaim {
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    }

    /** The same claim with a schema more, or with the stronger purpose of one that it has. */
    public RunClaim with(String schema, SchemaPurpose purpose) {
        var more = new TreeMap<>(schemas);
        more.merge(schema, purpose, (one, other) -> one.compareTo(other) > 0 ? one : other);
        return new RunClaim(target, more);
    }

    RunClaim without(String schema) {
        var fewer = new TreeMap<>(schemas);
        fewer.remove(schema);
        return new RunClaim(target, fewer);
    }

    SortedSet<String> names() {
        return new TreeSet<>(schemas.keySet());
    }
}
