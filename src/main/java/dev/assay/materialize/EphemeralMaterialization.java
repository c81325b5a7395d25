package dev.assay.materialize;

import dev.assay.manifest.RelationForm;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Optional;

/** No relation at all: whoever refs the model carries its SQL along. */
public final class EphemeralMaterialization implements Materialization {

    @Override
    public String name() {
        return RelationForm.EPHEMERAL.word();
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return Optional.empty();
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        return List.of();
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return List.of();
    }
}
