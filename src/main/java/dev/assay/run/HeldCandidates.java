package dev.assay.run;

import dev.assay.blueprint.Blueprints;
import dev.assay.blueprint.Upstream;
import dev.assay.connect.Rollback;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Entry;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.RelationDrops;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps candidates usable that wait. A view's candidate was made over candidates; those that are published by now have
 * another name, so the view is made again over what is there, together with those that are bound to it. The same holds for
 * held views of earlier runs over candidates that this run publishes.
 */
final class HeldCandidates {

    private final RunSetup setup;
    private final Session session;

    HeldCandidates(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    /**
     * @param waiting nodes whose candidates are kept
     */
    void stand(Set<ResourceId> waiting) {
        Blueprints kept = setup.blueprints().with(waiting);
        var again = new LinkedHashMap<ResourceId, Blueprints>();
        stale(waiting, kept).forEach(id -> again.put(id, kept));
        List<ResourceId> dependents = setup.heldDependents(waiting);
        dependents.forEach(id -> again.put(id, setup.blueprints().with(candidates(id, waiting))));
        if (again.isEmpty()) {
            return;
        }
        Set<ResourceId> changed =
                dependents.stream().filter(id -> !hasItsText(id)).collect(Collectors.toSet());
        make(again, id -> (waiting.contains(id) || dependents.contains(id)) && !changed.contains(id));
        forget(changed);
    }

    private void make(SequencedMap<ResourceId, Blueprints> again, Predicate<ResourceId> isKept) {
        Existing there = setup.warehouse().existing(session, setup.schemas());
        var gone = new TreeMap<RelationName, Existing.Kind>();
        again.keySet().forEach(id -> {
            RelationName candidate = setup.warehouse().candidate(published(id));
            there.kind(candidate).ifPresent(kind -> gone.put(candidate, kind));
        });
        var nothing = Existing.of(Map.of(), Set.of());
        session.begin();
        try {
            RelationDrops.of(setup.warehouse())
                    .drops("make room for candidates", gone)
                    .forEach(session::execute);
            again.forEach((id, blueprints) -> {
                if (isKept.test(id)) {
                    blueprints.candidate(blueprints.of(id), nothing).forEach(session::execute);
                }
            });
            session.commit();
        } catch (WarehouseError refusal) {
            Rollback.after(session, refusal);
            throw refusal;
        }
    }

    /** What a held view of an earlier run reads as a candidate: what it was built from, as far as that still waits. */
    private Set<ResourceId> candidates(ResourceId view, Set<ResourceId> waiting) {
        Set<ResourceId> planned = setup.plan().byId().keySet();
        return entry(view).inputs().runs().entrySet().stream()
                .filter(input -> planned.contains(input.getKey())
                        ? waiting.contains(input.getKey())
                        : setup.known()
                                .waitingOf(input.getKey())
                                .filter(parent -> parent.isKeptCandidate()
                                        && parent.runId().equals(input.getValue()))
                                .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether the view would be made of the text that was tested. */
    private boolean hasItsText(ResourceId view) {
        Optional<String> tested = entry(view).digests().text();
        return tested.isPresent()
                && setup.manifest()
                        .find(view)
                        .filter(Relational.class::isInstance)
                        .isPresent()
                && setup.texts().of(view, Optional.empty()).digests().text().equals(tested);
    }

    /** The project may have lost a view whose candidate waits. */
    private RelationName published(ResourceId id) {
        return setup.manifest().find(id).isPresent()
                ? setup.blueprints().published(id)
                : entry(id).relation();
    }

    private Entry entry(ResourceId view) {
        return setup.known().waitingOf(view).orElseThrow();
    }

    private void forget(Set<ResourceId> views) {
        if (views.isEmpty()) {
            return;
        }
        setup.registry().forget(session, List.copyOf(views));
        String names = views.stream().map(id -> id.names().get(1)).sorted().collect(Collectors.joining(", "));
        setup.listener()
                .on(new RunEvent.Said(
                        Diagnostic.Level.NOTE,
                        "held candidates of views are removed, because this run published what they read and their SQL"
                                + " is not kept: " + names));
    }

    /** Those that read something under another name now, and whatever is bound to one of them; parents first. */
    private Set<ResourceId> stale(Set<ResourceId> waiting, Blueprints kept) {
        boolean bound = setup.warehouse().capabilities().contains(Capability.VIEWS_HOLD_RELATIONS);
        var upstream = new Upstream(setup.manifest());
        var stale = new LinkedHashSet<ResourceId>();
        setup.plan().relations().map(PlannedNode::id).filter(this::isQuery).forEach(id -> {
            boolean moved = waiting.contains(id)
                    && !kept.of(id).select().equals(setup.blueprints().of(id).select());
            boolean standsOnStale =
                    bound && upstream.reads(setup.manifest().get(id)).stream().anyMatch(stale::contains);
            if (moved || standsOnStale) {
                stale.add(id);
            }
        });
        return stale;
    }

    private boolean isQuery(ResourceId id) {
        return setup.manifest().get(id) instanceof Relational node
                && node.form().isQuery();
    }
}
