package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.Existing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The published views and what each of them reads. A view that readers have is a window: new data below it would be seen
 * through it at once.
 */
public record ViewDependencies(Map<ResourceId, Set<ResourceId>> views) {

    public ViewDependencies {
        views = Map.copyOf(views);
    }

    public static ViewDependencies of(RegistrySnapshot known, Existing existing) {
        var views = new HashMap<ResourceId, Set<ResourceId>>();
        known.published().forEach((id, entry) -> {
            if (existing.is(entry.relation(), Existing.Kind.VIEW)) {
                views.put(id, Set.copyOf(entry.inputs().runs().keySet()));
            }
        });
        return new ViewDependencies(views);
    }

    public Set<ResourceId> seenThrough(ResourceId view) {
        return views.getOrDefault(view, Set.of());
    }

    /** The views through which readers see one of these, also one through another; none of these themselves. */
    public SortedSet<ResourceId> on(Set<ResourceId> seen) {
        var viewsOn = new HashMap<ResourceId, List<ResourceId>>();
        views.forEach((view, reads) -> reads.forEach(below ->
                viewsOn.computeIfAbsent(below, any -> new ArrayList<>()).add(view)));
        var on = new TreeSet<ResourceId>();
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            viewsOn.getOrDefault(open.pop(), List.of()).stream()
                    .filter(view -> !seen.contains(view) && on.add(view))
                    .forEach(open::push);
        }
        return on;
    }
}
