package dev.assay.manifest;

import dev.assay.source.SourceFile;
import java.util.List;

/** A macro or function of {@code macros/<file>.sql}, called as {@code <file>.<name>}. */
public record Macro(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        SourceFile file,
        List<String> parameters)
        implements Resource {}
