package dev.assay.run;

import dev.assay.environment.Entry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.Version;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.Fence;
import dev.assay.publish.Tenure;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Session;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fence of a run that builds.
 *
 * @param kept the runs that built candidates which this run has found; it builds all others itself
 */
record RunFence(Tenure tenure, String runId, Map<ResourceId, String> kept) implements Fence {

    /** @param planned the registry as it was when the plan was made */
    static RunFence of(Tenure tenure, RunSetup setup, RegistrySnapshot planned) {
        Map<ResourceId, String> kept = setup.plan()
                .relations()
                .filter(node -> node.action().isKept())
                .map(PlannedNode::id)
                .flatMap(id -> planned.waitingOf(id).stream())
                .collect(Collectors.toMap(Entry::node, Entry::runId));
        return new RunFence(tenure, setup.header().invocationId(), kept);
    }

    @Override
    public Optional<String> broken(Session session) {
        return tenure.broken(session);
    }

    @Override
    public Version versionOf(ResourceId node) {
        return new Version(node, kept.getOrDefault(node, runId));
    }
}
