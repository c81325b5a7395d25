package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A step of one version of a relation on its way to readers, to be noted in the registry. Digests and tests that are empty
 * leave what the registry has.
 */
public record Mark(
        ResourceId node,
        Entry.State state,
        Entry.Proof proof,
        OptionalLong rows,
        String fingerprint,
        Inputs inputs,
        String message,
        Digests digests,
        Optional<TestCount> tests) {

    public Mark proven(Entry.Proof other, Optional<TestCount> counted) {
        return new Mark(node, state, other, rows, fingerprint, inputs, message, digests, counted);
    }

    public Mark because(Entry.State other, String why) {
        return new Mark(node, other, proof, rows, fingerprint, inputs, why, digests, tests);
    }

    public Mark with(Digests texts) {
        return new Mark(node, state, proof, rows, fingerprint, inputs, message, texts, tests);
    }
}
