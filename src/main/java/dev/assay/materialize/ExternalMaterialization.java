package dev.assay.materialize;

import dev.assay.manifest.RelationForm;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Optional;

/** A table that is also written to a file, last of its part of the cut: the file never holds what the table does not get. */
public final class ExternalMaterialization implements Materialization {

    private final Materialization table = new TableMaterialization();

    @Override
    public String name() {
        return RelationForm.EXTERNAL.word();
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return table.product(blueprint, existing);
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        return table.candidate(blueprint, existing, sql);
    }

    @Override
    public List<Statement> files(Blueprint blueprint, Wording sql) {
        return List.of(blueprint.requireOutput().copy(blueprint.published(), sql));
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return table.discard(blueprint, sql);
    }
}
