package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Entry;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.dependents.LeftoverRemoval;
import dev.assay.result.RunEvent;
import dev.assay.setup.HeldDependents;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.InternalNames;
import dev.assay.warehouse.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Removes candidates that nobody keeps, and what a broken-off run has left. Only names of ours are touched. */
final class Sweep {

    private final RunSetup setup;
    private final Session session;

    Sweep(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    /**
     * Before a run: leftovers of earlier ones, and candidates that this one is going to build anew.
     *
     * @return what is left
     */
    Existing before() {
        Set<RelationName> kept = new HashSet<>();
        var forgotten = new ArrayList<ResourceId>();
        Set<ResourceId> rebuilt = new HashSet<>();
        setup.plan()
                .relations()
                .filter(node -> node.action() == Action.BUILD)
                .map(PlannedNode::id)
                .forEach(rebuilt::add);
        Set<ResourceId> groundless = withoutGround(rebuilt);
        tell(groundless, "held candidates of views are removed, because this run builds again what they read: ");
        tell(undefined(), "candidates are removed, because the project no longer defines their models: ");
        setup.known().waiting().values().forEach(entry -> {
            if (rebuilt.contains(entry.node())) {
                return;
            }
            if (isOver(entry) || groundless.contains(entry.node())) {
                forgotten.add(entry.node());
            } else if (entry.isKeptCandidate()) {
                RelationName candidate = setup.warehouse().candidate(entry.relation());
                kept.addAll(List.of(candidate, InternalNames.staged(candidate)));
            }
        });
        Existing left = drop(setup.existing(), kept);
        setup.registry().forget(session, forgotten);
        return left;
    }

    private void tell(Set<ResourceId> removed, String why) {
        List<String> names = removed.stream()
                .filter(id -> setup.known().waiting().get(id).isKeptCandidate())
                .map(id -> id.names().get(1))
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            setup.listener().on(new RunEvent.Said(Diagnostic.Level.NOTE, why + String.join(", ", names)));
        }
    }

    /** Kept views that hold on to a candidate which is to be removed: they could not be published any more. */
    private Set<ResourceId> withoutGround(Set<ResourceId> rebuilt) {
        if (!setup.warehouse().capabilities().contains(Capability.VIEWS_HOLD_RELATIONS)) {
            return Set.of();
        }
        Set<ResourceId> going = new HashSet<>(rebuilt);
        setup.known().waiting().values().stream()
                .filter(entry -> !entry.isKeptCandidate() || isOver(entry))
                .map(Entry::node)
                .forEach(going::add);
        return Set.copyOf(HeldDependents.of(setup.known(), going, rebuilt));
    }

    /** Whether no command takes this candidate up again. */
    private boolean isOver(Entry entry) {
        return isExpired(entry) || isUndefined(entry);
    }

    private Set<ResourceId> undefined() {
        return setup.known().waiting().values().stream()
                .filter(this::isUndefined)
                .map(Entry::node)
                .collect(Collectors.toSet());
    }

    /** Neither a build, nor a retry, nor {@code publish --held} takes it up; another project may define its own nodes here. */
    private boolean isUndefined(Entry entry) {
        boolean isDefined = setup.manifest()
                .find(entry.node())
                .filter(node -> node instanceof Relational && !node.isInlined())
                .isPresent();
        return !isDefined && entry.maker().equals(setup.manifest().projectName());
    }

    private boolean isExpired(Entry entry) {
        Instant end = entry.since().plus(setup.settings().keepCandidates());
        return !setup.clock().instant().isBefore(end);
    }

    /** After a run in which not everything went the short way: what is left under our names and not kept. */
    void after(Set<ResourceId> kept) {
        Set<ResourceId> ours = setup.plan().relations().map(PlannedNode::id).collect(Collectors.toSet());
        var names = new HashSet<RelationName>();
        kept.forEach(
                id -> names.add(setup.warehouse().candidate(setup.blueprints().published(id))));
        setup.known().waiting().values().stream()
                .filter(entry -> !ours.contains(entry.node()) && entry.isKeptCandidate() && !isOver(entry))
                .forEach(entry -> names.add(setup.warehouse().candidate(entry.relation())));
        List.copyOf(names).forEach(candidate -> names.add(InternalNames.staged(candidate)));
        drop(setup.warehouse().existing(session, setup.schemas()), names);
    }

    private Existing drop(Existing existing, Set<RelationName> kept) {
        var left = new TreeMap<>(existing.relations());
        Set<RelationName> stay = existing.alike(kept);
        var leftovers = new TreeMap<RelationName, Existing.Kind>();
        existing.relations().forEach((name, kind) -> {
            if (setup.warehouse().isOurs(name) && !stay.contains(name)) {
                left.remove(name);
                leftovers.put(name, kind);
            }
        });
        new LeftoverRemoval(setup, session).remove("remove what an earlier run left", leftovers);
        return new Existing(left, existing.schemas());
    }
}
