package dev.assay.parse;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.quality.TestKind;
import java.util.List;
import java.util.Map;

/**
 * A project that was read without an error, and what its author should know all the same.
 *
 * @param kinds the generic tests that the project can use, by name
 */
public record Parsed(Manifest manifest, Map<String, TestKind> kinds, List<Diagnostic> warnings) {

    public Parsed {
        kinds = Map.copyOf(kinds);
        warnings = List.copyOf(warnings);
    }
}
