package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A step of one version of a relation on its way to readers, to be noted in the registry. Digests and tests that are empty
 * leave what the registry has.
 */
public record RegistryUpdate(
        ResourceId node,
        Entry.State state,
        Entry.Proof proof,
        OptionalLong rows,
        String fingerprint,
        Inputs inputs,
        String message,
        Digests digests,
        Optional<TestCount> tests) {

    public RegistryUpdate proven(Entry.Proof other, Optional<TestCount> counted) {
        return new RegistryUpdate(node, state, other, rows, fingerprint, inputs, message, digests, counted);
    }

    public RegistryUpdate because(Entry.State other, String why) {
        return new RegistryUpdate(node, other, proof, rows, fingerprint, inputs, why, digests, tests);
    }

    public RegistryUpdate with(Digests texts) {
        return new RegistryUpdate(node, state, proof, rows, fingerprint, inputs, message, texts, tests);
    }
}
