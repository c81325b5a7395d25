package dev.assay.app;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What nobody chose, and what readers see change together with what is built: views on it, and the rest of a publish group.
 * It is built and proven with it.
 */
record ImpliedNodes(Manifest manifest, WarehouseState warehouseState) {

    SortedSet<ResourceId> with(Set<ResourceId> built) {
        var implied = new TreeSet<ResourceId>();
        int before;
        do {
            before = implied.size();
            Set<ResourceId> all = new TreeSet<>(built);
            all.addAll(implied);
            implied.addAll(warehouseState.viewsOn(all, manifest));
            implied.addAll(restOfGroups(all));
        } while (implied.size() > before);
        return implied;
    }

    /** A publish group passes whole or not at all: so it is built whole. */
    private Set<ResourceId> restOfGroups(Set<ResourceId> some) {
        Set<String> groups = some.stream()
                .flatMap(id -> manifest.get(id).config().publishGroup().stream())
                .collect(Collectors.toSet());
        return groups.isEmpty()
                ? Set.of()
                : manifest.all(Relational.class)
                        .filter(node -> !some.contains(node.id())
                                && node.config()
                                        .publishGroup()
                                        .filter(groups::contains)
                                        .isPresent()
                                && !node.isInlined())
                        .map(Relational::id)
                        .collect(Collectors.toSet());
    }
}
