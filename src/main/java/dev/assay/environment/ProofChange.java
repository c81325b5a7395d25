package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import java.util.Optional;

/**
 * What tests of a published relation, or a publication below a view, change in what the registry says of its proof.
 *
 * @param runId of the version that was tested: another one that was published since stays as it is
 * @param inputs for a view, the versions on which its tests ran
 */
public record ProofChange(ResourceId node, String runId, Entry.Proof proof, Optional<TestCount> tests, Inputs inputs) {}
