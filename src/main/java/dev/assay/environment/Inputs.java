package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which version of each parent a relation was built from: the run that had built it. */
public record Inputs(SortedMap<ResourceId, String> runs) {

    public Inputs {
        runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
    }

    public static Inputs of(Map<ResourceId, String> runs) {
        return new Inputs(new TreeMap<>(runs));
    }

    /** With the version that a change was built on. */
    public Inputs and(ResourceId node, String run) {
        var all = new TreeMap<>(runs);
        all.put(node, run);
        return of(all);
    }

    /** As one column of the registry holds it: {@code model.shop.orders=run;…}. */
    public String text() {
        return runs.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }

    public static Inputs parse(String text) {
        return text.isEmpty()
                ? of(Map.of())
                : of(Arrays.stream(text.split(";"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> new ResourceId(pair[0]), pair -> pair[1])));
    }
}
