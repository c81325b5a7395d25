package dev.assay.run;

import dev.assay.environment.Digests;
import dev.assay.environment.Entry;
import dev.assay.environment.Inputs;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Materializations;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.setup.RunSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the registry is told of a node that was worked on, but for its proof: other tests may still speak of it. */
record RegistryUpdates(RunSetup setup, Map<ResourceId, PlannedNode> planned) {

    /** @param failed names of the tests that did not pass */
    RegistryUpdate of(PlannedNode node, NodeResult result, Resource resource, String fingerprint, List<String> failed) {
        // A kept candidate is what its run made of the project then, whatever the project says by now.
        Optional<Entry> kept = node.action().isKept() ? setup.known().waitingOf(node.id()) : Optional.empty();
        Entry.State state = switch (result.status()) {
            case SUCCESS -> Entry.State.PROVEN;
            case FAIL -> Entry.State.HELD;
            default -> Entry.State.FAILED;
        };
        String message = switch (state) {
            case HELD -> String.join(", ", failed);
            // The reason of an accepted failure stays with what readers see. That a candidate waited is over.
            case PROVEN -> node.action() == Action.RELEASE && isHeld(kept) ? node.reason() : "";
            default -> result.why();
        };
        return new RegistryUpdate(
                resource.id(),
                state,
                Entry.Proof.UNPROVEN,
                result.rows(),
                kept.map(Entry::fingerprint).orElse(fingerprint),
                kept.map(Entry::inputs).orElseGet(() -> inputs(resource)),
                message,
                Digests.NONE,
                Optional.empty());
    }

    private static boolean isHeld(Optional<Entry> kept) {
        return kept.filter(entry -> entry.state() == Entry.State.HELD).isPresent();
    }

    /** A change is worth nothing without the version that it was built on. */
    private Inputs inputs(Resource resource) {
        Inputs inputs = setup.upstream().inputs(resource, this::version);
        boolean isChange =
                resource instanceof Relational node && Materializations.of(node).isChange(node, setup.existing());
        return isChange ? setup.known().withBase(resource.id(), inputs) : inputs;
    }

    /** The run that built what is read: this one, the one whose candidate was kept, or that of what readers see. */
    Optional<String> version(ResourceId parent) {
        PlannedNode known = planned.get(parent);
        if (known == null) {
            return setup.known().publishedOf(parent).map(Entry::runId);
        }
        return known.action().isKept()
                ? setup.known().waitingOf(parent).map(Entry::runId)
                : Optional.of(setup.header().invocationId());
    }
}
