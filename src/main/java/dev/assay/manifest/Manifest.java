package dev.assay.manifest;

import dev.assay.sql.RelationName;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All resources of a project by id; references are resolved and names are unique. Answers look-ups, never changes.
 *
 * @param disabled resources that a config switched off: they can be listed, never used
 */
public record Manifest(
        String projectName, SortedMap<ResourceId, Resource> resources, List<Hook> hooks, List<Resource> disabled) {

    public Manifest {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        hooks = List.copyOf(hooks);
        disabled = List.copyOf(disabled);
    }

    public Optional<Resource> find(ResourceId id) {
        return Optional.ofNullable(resources.get(id));
    }

    public Resource get(ResourceId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no resource " + id));
    }

    public <T extends Resource> Stream<T> all(Class<T> type) {
        return resources.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** A model or seed. */
    public Relational relational(ResourceId id) {
        return (Relational) get(id);
    }

    /** The models and seeds that become relations. */
    public Stream<Relational> relations() {
        return all(Relational.class).filter(node -> !node.isInlined());
    }

    /** The name of a model, seed or source that readers know. */
    public RelationName relation(ResourceId id) {
        return switch (get(id)) {
            case Relational node -> node.relation();
            case Source source -> source.relation();
            default -> throw new IllegalArgumentException(id + " is not a relation");
        };
    }

    /** Whether its SQL becomes a part of the SQL of its readers. A resource that does not exist has no SQL. */
    public boolean isInlined(ResourceId id) {
        return find(id).filter(Resource::isInlined).isPresent();
    }

    /** Tests that ask something of one of these, or of a part of their SQL, alone or together with others. */
    public Stream<DataTest> testsOf(Set<ResourceId> tested) {
        var all = new HashSet<>(tested);
        all.addAll(inlined(tested));
        return all(DataTest.class).filter(test -> test.needs().stream().anyMatch(all::contains));
    }

    /** The ephemeral models whose SQL becomes a part of that of some others, directly or through each other. */
    public Set<ResourceId> inlined(Set<ResourceId> into) {
        var found = new HashSet<ResourceId>();
        var open = new ArrayDeque<>(into);
        while (!open.isEmpty()) {
            for (ResourceId id : get(open.pop()).needs()) {
                if (isInlined(id) && found.add(id)) {
                    open.push(id);
                }
            }
        }
        return found;
    }

    /** What each resource needs directly, itself included as a key even when it needs nothing. */
    public Map<ResourceId, List<ResourceId>> needs() {
        var needs = new TreeMap<ResourceId, List<ResourceId>>();
        resources.forEach((id, resource) -> needs.put(id, resource.needs()));
        return needs;
    }
}
