package dev.assay.app;

import dev.assay.environment.Entry;
import dev.assay.environment.ManualChanges;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Which relations that a project no longer defines have to stay: those of other projects and clients, and those that a view
 * reads that stays.
 *
 * @param project the name of the project that prunes
 */
record KeptOrphans(String project, Existing existing, RegistrySnapshot known, ManualChanges changes) {

    /**
     * @param there all published relations that exist
     * @param isDefined whether the project defines it
     * @return why each of them stays that the project does not define
     */
    Map<Entry, String> of(List<Entry> there, Predicate<Entry> isDefined) {
        Map<Entry, String> kept = new HashMap<>();
        there.stream()
                .filter(isDefined.negate())
                .forEach(entry -> ofOthers(entry).ifPresent(why -> kept.put(entry, why)));
        SortedMap<RelationName, List<Entry>> versions =
                known.byRelation(existing.relations().comparator());
        // A view that has to stay keeps what it reads, and so on down.
        boolean found;
        do {
            found = false;
            for (Entry below : there) {
                Optional<Entry> reader = isDefined.test(below) || kept.containsKey(below)
                        ? Optional.empty()
                        : there.stream()
                                .filter(view -> isDefined.test(view) || kept.containsKey(view))
                                .filter(view -> versions.get(below.relation()).stream()
                                        .anyMatch(version -> reads(view, version)))
                                .findFirst();
                reader.ifPresent(view -> kept.put(below, "the published view " + view.relation() + " reads it"));
                found |= reader.isPresent();
            }
        } while (found);
        return kept;
    }

    private Optional<String> ofOthers(Entry entry) {
        return entry.maker().equals(project)
                ? changes.ofForeign(entry, existing.kind(entry.relation()).orElseThrow())
                : Optional.of("the project `" + entry.maker() + "` made it");
    }

    /** The registry names a parent by its node and run. A view that names another run may read what the node was before. */
    private boolean reads(Entry view, Entry below) {
        String run = view.inputs().runs().get(below.node());
        boolean isTable = existing.is(view.relation(), Existing.Kind.TABLE);
        boolean isFormer = !known.publishedOf(below.node()).equals(Optional.of(below));
        boolean readsPublished = known.publishedOf(below.node())
                .filter(published -> published.runId().equals(run))
                .isPresent();
        return !isTable && run != null && !(isFormer && readsPublished);
    }
}
