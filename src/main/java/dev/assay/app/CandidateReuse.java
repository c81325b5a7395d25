package dev.assay.app;

import dev.assay.blueprint.Upstream;
import dev.assay.environment.Entry;
import dev.assay.environment.Inputs;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Materializations;
import dev.assay.plan.Action;
import dev.assay.plan.PlanRequest.Judgement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Says for each node whether it is built anew or gone on from where an earlier run left it. A kept candidate holds as long
 * as its SQL is the same and each of its parents is the version that it was built from; one that was built as a change, as
 * long as the table it changes is the version that it was built on, too.
 *
 * <p>Asked in the order of the graph: what is said of a node rests on what was said of its parents.
 */
final class CandidateReuse implements Function<Relational, Judgement> {

    /** No kept candidate was built from a version that this run has yet to make. */
    private static final String YET_TO_COME = "yet to come";

    private final Warehouse warehouse;
    private final Existing existing;
    private final RegistrySnapshot known;
    private final Upstream upstream;
    private final Function<ResourceId, String> fingerprints;
    private final Predicate<Relational> isAsTested;
    private final boolean resumes;
    private final Instant oldest;
    private final Map<ResourceId, String> inThisRun = new HashMap<>();

    /**
     * @param fingerprints of what each node would become now
     * @param isAsTested whether what readers will query is known to be what was tested in the earlier run
     * @param resumes whether kept candidates are gone on from at all
     */
    CandidateReuse(
            Warehouse warehouse,
            WarehouseState warehouseState,
            Upstream upstream,
            Function<ResourceId, String> fingerprints,
            Predicate<Relational> isAsTested,
            boolean resumes,
            Instant now,
            Duration keep) {
        this.warehouse = warehouse;
        this.existing = warehouseState.existing();
        this.known = warehouseState.known();
        this.upstream = upstream;
        this.fingerprints = fingerprints;
        this.isAsTested = isAsTested;
        this.resumes = resumes;
        this.oldest = now.minus(keep);
    }

    @Override
    public Judgement apply(Relational node) {
        if (resumes) {
            Optional<Entry> kept = known.waitingOf(node.id()).filter(entry -> stillHolds(entry, node));
            if (kept.isPresent()) {
                inThisRun.put(node.id(), kept.get().runId());
                return new Judgement(
                        Action.REUSE,
                        "its candidate is kept since " + kept.get().since());
            }
        }
        inThisRun.put(node.id(), YET_TO_COME);
        return new Judgement(Action.BUILD, "selected");
    }

    private boolean stillHolds(Entry entry, Relational node) {
        return entry.isKeptCandidate()
                && entry.since().isAfter(oldest)
                && isAsTested.test(node)
                && existing.contains(warehouse.candidate(node.relation()))
                && entry.fingerprint().equals(fingerprints.apply(node.id()))
                && entry.inputs().equals(inputs(node));
    }

    private Inputs inputs(Relational node) {
        Inputs parents = upstream.inputs(node, this::version);
        return Materializations.of(node).isChange(node, existing) ? known.withBase(node.id(), parents) : parents;
    }

    private Optional<String> version(ResourceId parent) {
        return Optional.ofNullable(inThisRun.get(parent))
                .or(() -> known.publishedOf(parent).map(Entry::runId));
    }
}
