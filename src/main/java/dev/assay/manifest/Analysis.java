package dev.assay.manifest;

import dev.assay.source.SourceFile;
import dev.assay.sql.Draft;
import java.util.List;
import java.util.Optional;

/** A query that is compiled and never run. */
public record Analysis(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        SourceFile code,
        Optional<Draft> draft,
        List<Reference> references)
        implements Node {

    public Analysis {
        references = List.copyOf(references);
    }
}
