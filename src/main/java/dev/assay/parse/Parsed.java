package dev.assay.parse;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import java.util.List;

/** A project that was read without an error, and what its author should know all the same. */
public record Parsed(Manifest manifest, List<Diagnostic> warnings) {

    public Parsed {
        warnings = List.copyOf(warnings);
    }
}
