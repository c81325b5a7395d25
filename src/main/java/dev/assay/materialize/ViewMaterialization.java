package dev.assay.materialize;

import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stored query. Its candidate reads candidates; what is published reads published relations, so it is made anew. */
public final class ViewMaterialization implements Materialization {

    @Override
    public String name() {
        return "view";
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        var statements = new ArrayList<>(new Moves(sql).sweep(blueprint, existing));
        statements.add(sql.statement(
                "build the candidate",
                "create_view_as",
                Map.of("relation", blueprint.candidate(), "select", blueprint.requireSelect())));
        statements.addAll(new Belongings(sql).on(blueprint.node(), Kind.VIEW, blueprint.candidate()));
        return statements;
    }

    @Override
    public Cut publish(Blueprint blueprint, Existing existing, Wording sql) {
        return blueprint.isLasting() ? move(blueprint, existing, sql) : remake(blueprint, existing, sql);
    }

    /** Where the candidate reads nothing but what is published, it is the view already. */
    private static Cut move(Blueprint blueprint, Existing existing, Wording sql) {
        var moves = new Moves(sql);
        var trade = new ArrayList<>(moves.vacate(blueprint, existing));
        trade.add(moves.rename(
                "put the candidate in its place", Kind.VIEW, blueprint.candidate(), blueprint.published()));
        return new Cut(trade, List.of(), List.of(), moves.leftovers(blueprint, existing));
    }

    private static Cut remake(Blueprint blueprint, Existing existing, Wording sql) {
        var moves = new Moves(sql);
        boolean replaces = existing.is(blueprint.published(), Kind.VIEW);
        var definitions = new ArrayList<Statement>();
        definitions.add(view(replaces ? "replace_view" : "create_view_as", blueprint, sql));
        definitions.addAll(new Comments(sql).on(blueprint.node(), Kind.VIEW, blueprint.published()));
        var leftovers = new ArrayList<>(moves.leftovers(blueprint, existing));
        leftovers.add(moves.drop("remove the candidate", Kind.VIEW, blueprint.candidate()));
        return new Cut(replaces ? List.of() : moves.vacate(blueprint, existing), definitions, List.of(), leftovers);
    }

    private static Statement view(String file, Blueprint blueprint, Wording sql) {
        SqlText lasting = blueprint.requireLasting();
        return sql.statement(
                "make the view over what is published",
                file,
                Map.of("relation", blueprint.published(), "select", lasting));
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return List.of(new Moves(sql).drop("remove the candidate", Kind.VIEW, blueprint.candidate()));
    }
}
