package dev.assay.manifest;

import dev.assay.source.SourceFile;
import dev.assay.sql.Draft;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Optional;

/** A select statement that becomes a relation. */
public record Model(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        RelationName relation,
        SourceFile code,
        Optional<Draft> draft,
        List<Reference> references)
        implements Relational {

    public Model {
        references = List.copyOf(references);
    }

    public String materialized() {
        return config.materialized();
    }

    @Override
    public RelationForm form() {
        return RelationForm.ofModel(materialized());
    }
}
