package dev.assay.run;

import dev.assay.environment.Digests;
import dev.assay.environment.Entry;
import dev.assay.environment.Inputs;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.Resource;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.setup.RunSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Results of nodes that never began. */
final class SkippedResults {

    private SkippedResults() {}

    static NodeResult skipped(RunSetup setup, PlannedNode node, String why) {
        Resource resource = setup.manifest().get(node.id());
        Instant now = setup.clock().instant();
        return new NodeResult(
                node.id(),
                resource.name(),
                Verbs.of(resource),
                Status.SKIPPED,
                why,
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                new NodeResult.Timing(now, now, 0, Duration.ZERO, Duration.ZERO),
                "",
                "",
                OptionalLong.empty());
    }

    static TestResult skippedTest(RunSetup setup, PlannedNode node) {
        return new TestResult(
                node.id(),
                setup.manifest().get(node.id()).name(),
                Optional.empty(),
                Status.SKIPPED,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                "",
                List.copyOf(node.subjects()));
    }

    /** For the registry: there is no candidate to go on from. */
    static RegistryUpdate mark(NodeResult skipped) {
        return new RegistryUpdate(
                skipped.id(),
                Entry.State.FAILED,
                Entry.Proof.UNPROVEN,
                OptionalLong.empty(),
                "",
                Inputs.of(Map.of()),
                skipped.why(),
                Digests.NONE,
                Optional.empty());
    }
}
