package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The registry of one environment, read once: what readers see, and which candidates wait. */
public record Known(long generation, Map<ResourceId, Entry> published, Map<ResourceId, Entry> waiting) {

    public static final Known NOTHING = new Known(0, Map.of(), Map.of());

    public Known {
        published = Collections.unmodifiableMap(new TreeMap<>(published));
        waiting = Collections.unmodifiableMap(new TreeMap<>(waiting));
    }

    static Known of(long generation, List<Entry> entries) {
        return new Known(generation, byNode(entries, true), byNode(entries, false));
    }

    private static Map<ResourceId, Entry> byNode(List<Entry> entries, boolean published) {
        return entries.stream()
                .filter(entry -> (entry.state() == Entry.State.PUBLISHED) == published)
                .collect(Collectors.toMap(Entry::node, entry -> entry));
    }

    public Optional<Entry> publishedOf(ResourceId node) {
        return Optional.ofNullable(published.get(node));
    }

    public Optional<Entry> waitingOf(ResourceId node) {
        return Optional.ofNullable(waiting.get(node));
    }
}
