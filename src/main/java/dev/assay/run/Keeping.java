package dev.assay.run;

import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Blueprint;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps candidates usable that wait. A view's candidate was made over candidates; those that are published by now have
 * another name, so the view is made again over what is there.
 */
final class Keeping {

    private final RunSetup setup;
    private final Session session;

    Keeping(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    /**
     * @param waiting nodes whose candidates are kept
     */
    void stand(Set<ResourceId> waiting) {
        Blueprints kept = setup.blueprints().with(waiting);
        setup.plan()
                .relations()
                .map(node -> node.id())
                .filter(waiting::contains)
                .filter(id -> setup.manifest().get(id) instanceof Model model && isBound(model))
                .filter(id ->
                        !kept.of(id).select().equals(setup.blueprints().of(id).select()))
                .forEach(id -> remake(kept, id));
    }

    /** To the relations that it reads. */
    private static boolean isBound(Model model) {
        return model.isView() || model.isStoredView();
    }

    private void remake(Blueprints kept, ResourceId id) {
        Blueprint blueprint = kept.of(id);
        Existing.Kind kind = blueprint.node().isView() ? Existing.Kind.VIEW : Existing.Kind.MATERIALIZED_VIEW;
        var there = Existing.of(Map.of(blueprint.candidate(), kind), Set.of());
        List<Statement> statements = kept.candidate(blueprint, there);
        session.begin();
        statements.forEach(session::execute);
        session.commit();
    }
}
