package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Mark;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides when a cut is due, and makes it: node by node, group by group, or all at the end. */
final class Cuts {

    private final RunSetup setup;
    private final Progress progress;
    private final Session session;
    private final Gate gate;
    private final Publisher publisher;
    private final Refusals refusals;
    private final Patience patience;
    private final List<String> groups;
    private final List<Diagnostic> problems = new ArrayList<>();
    private boolean keptNames;

    Cuts(RunSetup setup, Progress progress, Session session) {
        this.setup = setup;
        this.progress = progress;
        this.session = session;
        this.gate = new Gate(setup.plan(), this::groupOf);
        this.publisher = new Publisher(setup.warehouse().wording(), setup.registry());
        this.refusals = new Refusals(setup);
        this.patience = new Patience(setup.interruption());
        this.groups = setup.plan()
                .relations()
                .map(PlannedNode::id)
                .flatMap(id -> groupOf(id).stream())
                .distinct()
                .toList();
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** Whether candidates' names were kept readable after a cut in the middle: they have to go at the end. */
    boolean keptNames() {
        return keptNames;
    }

    /** A node or a test ended well: perhaps it was the last that a cut has waited for. */
    void after(ResourceId id, Runnable writeLedger) {
        Gate.Mode mode = setup.settings().gate();
        if (mode == Gate.Mode.EACH) {
            if (groupOf(id).isEmpty() && setup.manifest().get(id) instanceof Relational) {
                writeLedger.run();
                publish(new TreeSet<>(List.of(id)), Optional.empty());
            }
        }
        if (mode == Gate.Mode.EACH || mode == Gate.Mode.PASSING) {
            groups.forEach(group -> publishIfComplete(group, writeLedger));
        }
    }

    private void publishIfComplete(String group, Runnable writeLedger) {
        SortedSet<ResourceId> together = gate.together(group);
        if (!progress.published().containsAll(relationsOf(together))
                && together.stream().allMatch(this::isHeard)) {
            writeLedger.run();
            var due = new TreeSet<>(relationsOf(together));
            due.removeAll(progress.published());
            keptNames = true;
            publish(due, Optional.of(group));
        }
    }

    /** Whether all that can speak against a node has spoken, and did not. */
    private boolean isHeard(ResourceId id) {
        boolean testsHeard = setup.plan().nodes().stream()
                .filter(node -> node.subjects().contains(id))
                .allMatch(node -> progress.hasPassed(node.id()));
        return testsHeard && progress.hasPassed(id);
    }

    private SortedSet<ResourceId> relationsOf(SortedSet<ResourceId> ids) {
        var relations = new TreeSet<ResourceId>();
        ids.stream()
                .filter(id -> setup.manifest().get(id) instanceof Relational)
                .forEach(relations::add);
        return relations;
    }

    /** The end of the run: everything that may pass and has not yet. Says who is held, and why. */
    SequencedMap<ResourceId, String> last() {
        SequencedMap<ResourceId, String> held = new LinkedHashMap<>();
        boolean again;
        do {
            Gate.Decision decision = decide();
            held = decision.held();
            again = !decision.passes().isEmpty() && !publish(decision.passes(), Optional.empty());
        } while (again);
        noteHeld(held);
        return held;
    }

    private Gate.Decision decide() {
        Gate.Decision decision = gate.decide(progress.wrong(), progress.published());
        Optional<String> nothing = whyNothing();
        if (nothing.isEmpty()) {
            return decision;
        }
        var held = new LinkedHashMap<>(decision.held());
        decision.passes().forEach(id -> held.put(id, nothing.get()));
        return new Gate.Decision(new TreeSet<>(), held);
    }

    private Optional<String> whyNothing() {
        if (setup.interruption().isRequested()) {
            return Optional.of("the run was interrupted");
        }
        return switch (setup.settings().gate()) {
            case NONE -> Optional.of("publish: none");
            case ALL -> progress.hasFindings() ? Optional.of("publish: all, and not all passed") : Optional.empty();
            case EACH, PASSING -> Optional.empty();
        };
    }

    /** Whether the cut was made; if not, the node that stood against it is held from now on. */
    private boolean publish(Set<ResourceId> ids, Optional<String> group) {
        long began = System.nanoTime();
        List<Publisher.Part> parts = setup.plan()
                .relations()
                .map(PlannedNode::id)
                .filter(ids::contains)
                .map(this::part)
                .toList();
        try {
            Publication publication = patience.trying(
                    () -> publisher.publish(session, parts, group, keptNames),
                    (attempt, refusal) -> setup.listener()
                            .on(new RunEvent.Retried(parts.getFirst().id(), attempt, refusal.words(), Duration.ZERO)));
            progress.add(publication);
            setup.listener().on(new RunEvent.Published(publication, Duration.ofNanos(System.nanoTime() - began)));
        } catch (CutRefused refused) {
            Diagnostic problem = refusals.ofCut(refused.node(), refused.refusal());
            problems.add(problem);
            progress.refuse(refused.node(), "the warehouse refused its publication");
            return false;
        } catch (WarehouseError refusal) {
            problems.add(refusals.ofWholeCut(refusal));
            ids.forEach(id -> progress.refuse(id, "the warehouse refused the cut"));
            return false;
        }
        if (!keptNames) {
            publisher.clearAway(session, parts);
        }
        runAfterPublish(parts);
        return true;
    }

    private Publisher.Part part(ResourceId id) {
        var blueprint = setup.blueprints().of(id);
        return new Publisher.Part(blueprint, setup.blueprints().publish(blueprint, setup.existing()));
    }

    private void runAfterPublish(List<Publisher.Part> parts) {
        for (Publisher.Part part : parts) {
            for (Statement hook : setup.hooks().of(part.blueprint().node(), Hooks.Moment.AFTER_PUBLISH)) {
                try {
                    session.execute(hook);
                } catch (WarehouseError refusal) {
                    problems.add(refusals.ofHook(part.id(), refusal));
                }
            }
        }
    }

    /** The registry remembers why a proven candidate waits. */
    private void noteHeld(SequencedMap<ResourceId, String> held) {
        var marks = new ArrayList<Mark>();
        held.forEach((id, why) -> {
            NodeResult result = progress.result(id);
            if (result != null && result.status() == Status.SUCCESS) {
                marks.add(progress.heldMark(id, why));
            }
        });
        setup.registry().mark(session, marks);
    }

    private Optional<String> groupOf(ResourceId id) {
        return setup.manifest().get(id).config().publishGroup();
    }
}
