package dev.assay.setup;

import dev.assay.environment.Entry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.manifest.RelationForm;
import dev.assay.manifest.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Held candidates of views that a run does not plan, over candidates that it takes away: it publishes them or builds them again. */
public final class HeldDependents {

    private HeldDependents() {}

    /**
     * @param going nodes whose candidates the run takes away
     * @param planned all nodes of the run
     * @return parents before children
     */
    public static List<ResourceId> of(RegistrySnapshot known, Collection<ResourceId> going, Set<ResourceId> planned) {
        if (going.isEmpty()) {
            return List.of();
        }
        var found = new HashSet<>(going);
        var dependents = new HashSet<ResourceId>();
        boolean more = true;
        while (more) {
            more = false;
            for (Entry entry : known.waiting().values()) {
                boolean reads = entry.inputs().runs().keySet().stream().anyMatch(found::contains);
                boolean isHeldView = entry.isKeptCandidate()
                        && RelationForm.ofModel(entry.kind()).isQuery();
                if (reads && isHeldView && !planned.contains(entry.node()) && found.add(entry.node())) {
                    more = dependents.add(entry.node());
                }
            }
        }
        return inOrder(dependents, known);
    }

    private static List<ResourceId> inOrder(Set<ResourceId> dependents, RegistrySnapshot known) {
        var open = new ArrayList<>(dependents);
        var ordered = new ArrayList<ResourceId>();
        int before = -1;
        while (ordered.size() > before) {
            before = ordered.size();
            var next = open.stream()
                    .filter(id -> known.waiting().get(id).inputs().runs().keySet().stream()
                            .noneMatch(parent -> !parent.equals(id) && open.contains(parent)))
                    .sorted()
                    .toList();
            ordered.addAll(next);
            open.removeAll(next);
        }
        return ordered;
    }
}
