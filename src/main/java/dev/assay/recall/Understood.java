package dev.assay.recall;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceId;
import dev.assay.quality.TestKind;
import dev.assay.source.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * What reading a project comes to. Drafts of a recalled manifest have no text: its templates are rendered when they are
 * compiled. So whatever is found out from a draft's text is a part of this record.
 *
 * @param kinds the generic tests that the project can use, by name
 * @param warnings what was told while it was read
 * @param macros the macro files, by namespace
 * @param live what the texts of models contain that makes their rows change although assay publishes nothing
 */
public record Understood(
        Manifest manifest,
        Map<String, TestKind> kinds,
        List<Diagnostic> warnings,
        Map<String, SourceFile> macros,
        Map<ResourceId, String> live) {}
