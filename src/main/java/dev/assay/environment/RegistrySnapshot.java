package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registry of one environment, read once.
 *
 * @param registry what it says of itself
 * @param published what readers see of each node
 * @param former relations that nodes had before they became another one
 * @param waiting candidates, and what was begun and not finished
 */
public record RegistrySnapshot(
        RegistryState registry, Map<ResourceId, Entry> published, List<Entry> former, Map<ResourceId, Entry> waiting) {

    public static final RegistrySnapshot NOTHING =
            new RegistrySnapshot(RegistryState.NOTHING, Map.of(), List.of(), Map.of());

    private static final Comparator<Entry> BY_AGE = Comparator.comparingLong(
                    (Entry entry) -> entry.generation().orElse(0))
            .thenComparing(Entry::since);

    public RegistrySnapshot {
        published = Collections.unmodifiableMap(new TreeMap<>(published));
        former = List.copyOf(former);
        waiting = Collections.unmodifiableMap(new TreeMap<>(waiting));
    }

    static RegistrySnapshot of(RegistryState registry, List<Entry> entries) {
        Map<Boolean, List<Entry>> byState =
                entries.stream().collect(Collectors.partitioningBy(entry -> entry.state() == Entry.State.PUBLISHED));
        Map<ResourceId, Entry> published = newest(byState.get(true));
        List<Entry> former = byState.get(true).stream()
                .filter(entry -> !entry.equals(published.get(entry.node())))
                .toList();
        return new RegistrySnapshot(registry, published, former, newest(byState.get(false)));
    }

    private static Map<ResourceId, Entry> newest(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::node, entry -> entry, BinaryOperator.maxBy(BY_AGE)));
    }

    /** Whether an assay without a versioned registry has noted something, so that the registry has to be upgraded. */
    public boolean isUnversioned() {
        boolean isEmpty = published.isEmpty() && former.isEmpty() && waiting.isEmpty();
        return !isEmpty && !registry.knowsEnvironments();
    }

    /** Whether a run has begun to publish, step by step, and was broken off. */
    public boolean hasUnfinishedCut() {
        return waiting.values().stream().anyMatch(entry -> entry.state() == Entry.State.PUBLISHING);
    }

    /** Of the environment's last cut. */
    public long generation() {
        return registry.generation();
    }

    /** All schemas in which something was published, or in which a candidate waits. */
    public SortedSet<String> schemas() {
        return Stream.concat(relations().stream(), waiting.values().stream().map(Entry::relation))
                .map(RelationName::schema)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that was published, as far as this environment knows. */
    public List<RelationName> relations() {
        return Stream.concat(published.values().stream(), former.stream())
                .map(Entry::relation)
                .toList();
    }

    public Optional<Entry> publishedOf(ResourceId node) {
        return Optional.ofNullable(published.get(node));
    }

    /**
     * What readers see under each name, whichever node became it last.
     *
     * @param names tells which names the warehouse takes for the same
     */
    public SortedMap<RelationName, Entry> seen(Comparator<? super RelationName> names) {
        var seen = new TreeMap<RelationName, Entry>(names);
        Stream.concat(published.values().stream(), former.stream())
                .forEach(entry -> seen.merge(entry.relation(), entry, BinaryOperator.maxBy(BY_AGE)));
        return seen;
    }

    /**
     * All versions that were published under each name, by whichever node.
     *
     * @param names tells which names the warehouse takes for the same
     */
    public SortedMap<RelationName, List<Entry>> byRelation(Comparator<? super RelationName> names) {
        var byRelation = new TreeMap<RelationName, List<Entry>>(names);
        Stream.concat(published.values().stream(), former.stream())
                .forEach(entry -> byRelation
                        .computeIfAbsent(entry.relation(), any -> new ArrayList<>())
                        .add(entry));
        return byRelation;
    }

    public Optional<Entry> waitingOf(ResourceId node) {
        return Optional.ofNullable(waiting.get(node));
    }

    /** What a change was built from: its parents, and the published version of the table that it changes. */
    public Inputs withBase(ResourceId node, Inputs parents) {
        return parents.and(node, publishedOf(node).map(Entry::runId).orElse(""));
    }

    /** Whether a candidate is a change of a version that readers no longer see: merged, it would be another content. */
    public boolean hasLostItsBase(Entry candidate) {
        String base = candidate.inputs().runs().get(candidate.node());
        return base != null
                && !publishedOf(candidate.node()).map(Entry::runId).orElse("").equals(base);
    }
}
