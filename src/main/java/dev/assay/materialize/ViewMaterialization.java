package dev.assay.materialize;

import dev.assay.manifest.RelationForm;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored query. Its candidate reads candidates; what is published reads published relations, so it is made anew. */
public final class ViewMaterialization implements Materialization {

    @Override
    public String name() {
        return RelationForm.VIEW.word();
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return Optional.of(new Product.View(blueprint.isLasting()));
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        var statements = new ArrayList<>(new Moves(sql).sweep(blueprint, existing));
        statements.add(sql.statement(
                "build the candidate",
                "create_view_as",
                Map.of("relation", blueprint.candidate(), "select", blueprint.requireSelect())));
        statements.addAll(new RelationProperties(sql).on(blueprint.node(), Kind.VIEW, blueprint.candidate()));
        return statements;
    }

    @Override
    public List<Statement> define(Blueprint blueprint, Predecessor predecessor, Wording sql) {
        SqlText lasting = blueprint.requireLasting();
        var statements = new ArrayList<Statement>();
        statements.add(sql.statement(
                "make the view over what is published",
                predecessor == Predecessor.REPLACED ? "replace_view" : "create_view_as",
                Map.of("relation", blueprint.published(), "select", lasting)));
        statements.addAll(new Comments(sql).on(blueprint.node(), Kind.VIEW, blueprint.published()));
        return statements;
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return List.of(new Moves(sql).drop("remove the candidate", Kind.VIEW, blueprint.candidate()));
    }
}
