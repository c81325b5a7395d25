package dev.assay.materialize;

import dev.assay.manifest.RelationForm;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table built whole. Its candidate is built where readers don't look; publishing trades the two. */
public final class TableMaterialization implements Materialization {

    @Override
    public String name() {
        return RelationForm.TABLE.word();
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return Optional.of(new Product.Table());
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        var statements = new ArrayList<>(new Moves(sql).sweep(blueprint, existing));
        statements.add(sql.statement(
                "build the candidate",
                "create_table_as",
                Map.of("relation", blueprint.candidate(), "select", blueprint.requireSelect())));
        statements.addAll(new RelationProperties(sql).on(blueprint.node(), Kind.TABLE, blueprint.candidate()));
        return statements;
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return List.of(new Moves(sql).drop("remove the candidate", Kind.TABLE, blueprint.candidate()));
    }
}
