package dev.assay.materialize;

import dev.assay.manifest.Relational;
import dev.assay.materialize.keys.IndexStatements;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that is built whole the first time, and as a change of what is published from then on. Nothing of the product uses
 * changes yet; settings know the word {@code incremental}, and only tests make such models. {@code meta} says which columns the
 * table has, and which rows
 * a change removes: {@code keys}, or {@code windows} on {@code window_column}, or none.
 */
public final class StagedMaterialization implements Materialization {

    private final TableMaterialization table = new TableMaterialization();

    @Override
    public String name() {
        return "incremental";
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return isChange(blueprint.node(), existing)
                ? Optional.of(new Product.Staged(change(blueprint)))
                : table.product(blueprint, existing);
    }

    @Override
    public boolean isChange(Relational node, Existing existing) {
        return existing.is(node.relation(), Kind.TABLE);
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        if (!isChange(blueprint.node(), existing)) {
            return table.candidate(blueprint, existing, sql);
        }
        var change = new ChangeStatements(change(blueprint), sql);
        var statements = new ArrayList<>(new Moves(sql).sweep(blueprint, existing));
        statements.addAll(change.stage(blueprint.requireSelect()));
        statements.addAll(new IndexStatements(sql).on(blueprint.node(), blueprint.staged()));
        statements.add(change.show(blueprint.candidate()));
        return statements;
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return table.discard(blueprint, sql);
    }

    private static Change change(Blueprint blueprint) {
        Map<String, Object> meta = blueprint.node().config().meta();
        return new Change(blueprint.published(), removal(meta), blueprint.staged(), texts(meta.get("columns")));
    }

    private static Removal removal(Map<String, Object> meta) {
        if (meta.containsKey("keys")) {
            return new Removal.Keys(texts(meta.get("keys")));
        }
        return meta.containsKey("windows")
                ? new Removal.Windows(meta.get("window_column").toString(), windows(meta.get("windows")))
                : new Removal.None();
    }

    /** Each is a list of two values. */
    private static List<Removal.Window> windows(Object windows) {
        return ((List<?>) windows)
                .stream()
                        .map(StagedMaterialization::texts)
                        .map(ends -> new Removal.Window(ends.getFirst(), ends.getLast()))
                        .toList();
    }

    private static List<String> texts(Object values) {
        return ((List<?>) values).stream().map(Object::toString).toList();
    }
}
