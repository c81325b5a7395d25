package dev.assay.run;

import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps candidates usable that wait. A view's candidate was made over candidates; those that are published by now have
 * another name, so the view is made again over what is there, together with those that are bound to it.
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
        Set<ResourceId> stale = stale(waiting, kept);
        if (stale.isEmpty()) {
            return;
        }
        Existing there = setup.warehouse().existing(session, setup.schemas());
        var gone = new TreeMap<RelationName, Existing.Kind>();
        for (ResourceId id : stale) {
            RelationName candidate = setup.warehouse().candidate(kept.published(id));
            there.kind(candidate).ifPresent(kind -> gone.put(candidate, kind));
        }
        var nothing = Existing.of(Map.of(), Set.of());
        session.begin();
        try {
            setup.warehouse().drops("make room for candidates", gone).forEach(session::execute);
            stale.stream()
                    .filter(waiting::contains)
                    .forEach(id -> kept.candidate(kept.of(id), nothing).forEach(session::execute));
            session.commit();
        } catch (WarehouseError refusal) {
            CutTransaction.undo(session, refusal);
            throw refusal;
        }
    }

    /** Those that read something under another name now, and whatever is bound to one of them; parents first. */
    private Set<ResourceId> stale(Set<ResourceId> waiting, Blueprints kept) {
        boolean bound = setup.warehouse().capabilities().contains(Capability.VIEWS_HOLD_RELATIONS);
        var lineage = new Lineage(setup.manifest(), List.of());
        var stale = new LinkedHashSet<ResourceId>();
        setup.plan().relations().map(PlannedNode::id).filter(this::isQuery).forEach(id -> {
            boolean moved = waiting.contains(id)
                    && !kept.of(id).select().equals(setup.blueprints().of(id).select());
            boolean standsOnStale =
                    bound && lineage.reads(setup.manifest().get(id)).stream().anyMatch(stale::contains);
            if (moved || standsOnStale) {
                stale.add(id);
            }
        });
        return stale;
    }

    private boolean isQuery(ResourceId id) {
        return setup.manifest().get(id) instanceof Model model && (model.isView() || model.isStoredView());
    }
}
