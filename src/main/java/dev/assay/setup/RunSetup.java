package dev.assay.setup;

import dev.assay.blueprint.Blueprints;
import dev.assay.blueprint.Upstream;
import dev.assay.connect.Interruption;
import dev.assay.connect.Lease;
import dev.assay.environment.ManualChanges;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.CandidateIdentities;
import dev.assay.result.RunHeader;
import dev.assay.result.RunListener;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Everything that a run is made from. All decisions are in it already; the run carries them out.
 *
 * @param schemas where the project's relations live
 * @param existing what these schemas held when the plan was made
 * @param known what the registry said then
 * @param changes what others had done to published relations by then
 * @param expected how long nodes took last time
 * @param texts that are kept with candidates which wait
 * @param identities of kept candidates, as the run that built them read them; see {@link CandidateIdentities}
 * @param compiledPath where a resource's compiled SQL is written, for messages
 */
public record RunSetup(
        RunHeader header,
        RunSettings settings,
        Manifest manifest,
        Plan plan,
        Warehouse warehouse,
        Registry registry,
        SortedSet<String> schemas,
        Existing existing,
        RegistrySnapshot known,
        ManualChanges changes,
        Blueprints blueprints,
        Upstream upstream,
        Examinations examinations,
        Hooks hooks,
        CandidateTexts texts,
        Map<ResourceId, String> identities,
        Function<Resource, String> compiledPath,
        RunListener listener,
        Interruption interruption,
        Lease lease,
        Map<ResourceId, Duration> expected,
        Clock clock) {

    /** Held candidates that are made again once the candidates that they read are published. */
    public List<ResourceId> heldDependents() {
        return heldDependents(Set.of());
    }

    /** @param waiting nodes whose candidates stay where they are */
    public List<ResourceId> heldDependents(Set<ResourceId> waiting) {
        List<ResourceId> released = plan.relations()
                .filter(node -> node.action().isKept())
                .map(PlannedNode::id)
                .filter(id -> !waiting.contains(id))
                .toList();
        return HeldDependents.of(known, released, plan.byId().keySet()).stream()
                .filter(id -> existing.contains(
                        warehouse.candidate(known.waiting().get(id).relation())))
                .toList();
    }

    /** The same run in a warehouse that something was removed from. */
    public RunSetup with(Existing left) {
        return with(left, known);
    }

    /** The same run in a warehouse that was looked at again. */
    public RunSetup with(Existing seen, RegistrySnapshot read) {
        return new RunSetup(
                header,
                settings,
                manifest,
                plan,
                warehouse,
                registry,
                schemas,
                seen,
                read,
                changes,
                blueprints,
                upstream,
                examinations,
                hooks,
                texts,
                identities,
                compiledPath,
                listener,
                interruption,
                lease,
                expected,
                clock);
    }
}
