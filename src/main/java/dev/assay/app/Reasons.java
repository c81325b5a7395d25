package dev.assay.app;

import dev.assay.blueprint.Upstream;
import dev.assay.environment.Entry;
import dev.assay.environment.ManualChanges;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Reason;
import dev.assay.plan.Reason.Change;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Why a node would be built, against what readers see now. Compiles every node that it is asked about and what that reads:
 * only a plan that is shown asks.
 */
final class Reasons implements Function<ResourceId, Reason> {

    private final Manifest manifest;
    private final Existing existing;
    private final RegistrySnapshot known;
    private final ManualChanges changes;
    private final SortedMap<RelationName, Entry> seen;
    private final String project;
    private final Upstream upstream;
    private final Function<ResourceId, String> fingerprints;
    private final Set<ResourceId> planned;
    private final Map<ResourceId, Reason> found = new HashMap<>();

    /**
     * @param project its name
     * @param planned the nodes that are built together
     */
    Reasons(
            String project,
            Manifest manifest,
            WarehouseState warehouseState,
            Upstream upstream,
            Function<ResourceId, String> fingerprints,
            Set<ResourceId> planned) {
        this.manifest = manifest;
        this.existing = warehouseState.existing();
        this.known = warehouseState.known();
        this.changes = warehouseState.changes();
        this.seen = warehouseState.seen();
        this.project = project;
        this.upstream = upstream;
        this.fingerprints = fingerprints;
        this.planned = planned;
    }

    @Override
    public Reason apply(ResourceId id) {
        Reason already = found.get(id);
        if (already == null) {
            already = find(manifest.relational(id));
            found.put(id, already);
        }
        return already;
    }

    private Reason find(Relational node) {
        Optional<Entry> published = known.publishedOf(node.id());
        Optional<Entry> seen = Optional.ofNullable(this.seen.get(node.relation()));
        if (!existing.contains(node.relation())) {
            return new Reason(
                    Change.CREATE, published.map(entry -> missing(node, entry)).orElse("new"));
        }
        Optional<String> replaced = replaced(node, seen);
        if (replaced.isPresent()) {
            return new Reason(Change.REPLACE, replaced.get());
        }
        if (known.waitingOf(node.id()).isPresent()) {
            return new Reason(Change.REPLACE, "its last build was not published");
        }
        if (!seen.orElseThrow().fingerprint().equals(fingerprints.apply(node.id()))) {
            return new Reason(Change.REPLACE, "its " + matter(node) + " changed");
        }
        return upstream.reads(node).stream()
                .filter(planned::contains)
                .filter(parent -> apply(parent).change() != Change.UNCHANGED)
                .findFirst()
                .map(parent -> new Reason(
                        Change.REPLACE, "reads " + manifest.get(parent).name() + ", which changes"))
                .orElseGet(() -> new Reason(Change.UNCHANGED, "same definition"));
    }

    /** What is there under the name of a node and is not what the node was published as. */
    private Optional<String> replaced(Relational node, Optional<Entry> seen) {
        if (seen.isEmpty()) {
            return Optional.of("replaces what assay has not made");
        }
        if (!seen.get().maker().equals(project)) {
            return Optional.of("replaces what the project `" + seen.get().maker() + "` published");
        }
        return changes.words(node.relation())
                .or(() -> seen.filter(entry -> !entry.node().equals(node.id()))
                        .map(entry -> "replaces what was published as " + entry.node()));
    }

    /** Why a node that was published is not there: its relation has another name now, or it was dropped by hand. */
    private String missing(Relational node, Entry published) {
        return existing.alike(Set.of(node.relation())).contains(published.relation())
                ? "is gone from the warehouse"
                : "was published as " + published.relation();
    }

    private static String matter(Relational node) {
        return node instanceof dev.assay.manifest.Seed ? "file or settings" : "SQL or settings";
    }
}
