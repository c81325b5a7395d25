package dev.assay.materialize;

import dev.assay.manifest.RelationForm;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query with its rows, made anew at each build: to refresh the one that readers see would show them rows which nobody has
 * tested. The candidate takes its place; where it stands on what a cut removes, its query runs once more in the cut.
 */
public final class StoredViewMaterialization implements Materialization {

    @Override
    public String name() {
        return RelationForm.MATERIALIZED_VIEW.word();
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return Optional.of(new Product.StoredView());
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        var statements = new ArrayList<>(new Moves(sql).sweep(blueprint, existing));
        statements.addAll(
                make("build the candidate", blueprint, blueprint.candidate(), blueprint.requireSelect(), sql));
        return statements;
    }

    private static List<Statement> make(
            String purpose, Blueprint blueprint, RelationName relation, SqlText select, Wording sql) {
        var statements = new ArrayList<Statement>();
        statements.add(
                sql.statement(purpose, "create_materialized_view_as", Map.of("relation", relation, "select", select)));
        statements.addAll(new RelationProperties(sql).on(blueprint.node(), Kind.MATERIALIZED_VIEW, relation));
        return statements;
    }

    @Override
    public List<Statement> define(Blueprint blueprint, Predecessor predecessor, Wording sql) {
        return make(
                "make it over what is published", blueprint, blueprint.published(), blueprint.requireLasting(), sql);
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return List.of(new Moves(sql).drop("remove the candidate", Kind.MATERIALIZED_VIEW, blueprint.candidate()));
    }
}
