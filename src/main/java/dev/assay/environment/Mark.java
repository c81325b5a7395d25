package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import java.util.OptionalLong;

/** A step of one version of a relation on its way to readers, to be noted in the registry. */
public record Mark(
        ResourceId node,
        Entry.State state,
        Entry.Proof proof,
        OptionalLong rows,
        String fingerprint,
        Inputs inputs,
        String message) {

    public Mark because(Entry.State other, String why) {
        return new Mark(node, other, proof, rows, fingerprint, inputs, why);
    }
}
