package dev.assay.run;

import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.Version;
import dev.assay.manifest.ResourceId;
import dev.assay.publish.Fence;
import dev.assay.publish.Tenure;
import dev.assay.warehouse.Session;
import java.util.Optional;

/** The fence of a run that finishes the cut of an earlier one: it publishes the versions that the journal names. */
record JournalFence(Tenure tenure, RegistrySnapshot known) implements Fence {

    @Override
    public Optional<String> broken(Session session) {
        return tenure.broken(session);
    }

    @Override
    public Version versionOf(ResourceId node) {
        return new Version(node, known.waitingOf(node).orElseThrow().runId());
    }
}
