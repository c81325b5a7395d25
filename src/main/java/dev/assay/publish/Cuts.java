package dev.assay.publish;

import dev.assay.connect.ReopenableSession;
import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.ViewDependencies;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Candidate;
import dev.assay.materialize.Part;
import dev.assay.plan.PlannedNode;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.setup.Hooks;
import dev.assay.setup.PublishMode;
import dev.assay.setup.Refusals;
import dev.assay.setup.RunSetup;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.EngineRestart;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Decides when a cut is due, and makes it: node by node, group by group, or all at the end. */
public final class Cuts {

    private final RunSetup setup;
    private final RunProgress progress;
    private final ReopenableSession session;
    private final Gate gate;
    private final PublishMethod method;
    private final Refusals refusals;
    private final TransientRetries retries;
    private final CutTriggers due;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<ResourceId> written = new TreeSet<>();
    private final List<RunEvent.HookFinished> failedHooks = new ArrayList<>();
    private boolean keptNames;
    private boolean wantsReopening;

    public Cuts(RunSetup setup, PublishMethod method, RunProgress progress, ReopenableSession session) {
        this.setup = setup;
        this.progress = progress;
        this.session = session;
        this.gate = new Gate(
                setup.plan(),
                id -> setup.manifest().get(id).config().publishGroup(),
                ViewDependencies.of(setup.known(), setup.existing())::seenThrough);
        this.method = method;
        this.refusals = new Refusals(setup);
        this.retries = new TransientRetries(setup.interruption());
        this.due = new CutTriggers(setup.plan(), gate, setup.settings().publish());
    }

    public List<Diagnostic> problems() {
        return problems;
    }

    /**
     * Tables whose rows a refused cut has written and rolled back, with the generation that readers still see. Those that were
     * changed by hand before are not among them.
     */
    public SortedMap<ResourceId, Long> rolledBack() {
        var rolledBack = new TreeMap<ResourceId, Long>();
        written.stream()
                .filter(id -> !progress.isPublished(id))
                .forEach(id -> setup.known()
                        .publishedOf(id)
                        .filter(entry -> !setup.changes().contains(entry.relation()))
                        .ifPresent(
                                entry -> rolledBack.put(id, entry.generation().orElse(0))));
        return rolledBack;
    }

    /** Of hooks after the publication of a node, those that did not succeed. */
    public List<RunEvent.HookFinished> failedHooks() {
        return failedHooks;
    }

    /** Whether candidates' names were kept readable after a cut in the middle: they have to go at the end. */
    public boolean keptNames() {
        return keptNames;
    }

    /** A node or a test ended well: perhaps it was the last that a cut has waited for. */
    public void after(ResourceId id, Runnable writeLedger) {
        var open = new ArrayDeque<>(due.heard(id));
        while (!open.isEmpty() && !setup.interruption().isRequested()) {
            CutTriggers.Portion portion = open.pop();
            var ids = new TreeSet<>(portion.nodes());
            ids.removeIf(progress::isPublished);
            keptNames = true;
            writeLedger.run();
            if (!ids.isEmpty() && publish(ids, portion.group())) {
                open.addAll(due.published(ids));
            }
        }
    }

    /** The end of the run: everything that may pass and has not yet. Says who is held, and why. */
    public SequencedMap<ResourceId, String> last() {
        reopenIfWanted();
        SequencedMap<ResourceId, String> held = new LinkedHashMap<>();
        boolean again;
        do {
            Gate.Decision decision = gate.decide(progress.wrong(), progress.published());
            held = decision.held();
            Optional<String> nothing = whyNothing();
            if (nothing.isPresent()) {
                return heldBack(decision, nothing.get());
            }
            again = !decision.passes().isEmpty() && !publish(decision.passes(), Optional.empty());
            reopenIfWanted();
        } while (again);
        new WaitingCandidates(setup, session, retries).note(progress, held);
        return held;
    }

    /** A rehearsal holds nothing: what passed has done all that was asked of it. */
    private SequencedMap<ResourceId, String> heldBack(Gate.Decision decision, String why) {
        var held = new LinkedHashMap<>(decision.held());
        decision.passes().forEach(id -> held.put(id, why));
        new WaitingCandidates(setup, session, retries).note(progress, held);
        boolean rehearsal = setup.settings().publish() == PublishMode.NONE
                && !setup.interruption().isRequested();
        return rehearsal ? decision.held() : held;
    }

    // An engine of ours that refused a change of definitions is not trusted with a further one (docs/adr tells where).
    private void reopenIfWanted() {
        if (wantsReopening && setup.warehouse().facet(EngineRestart.class).isPresent()) {
            wantsReopening = false;
            session.renew();
        }
    }

    private Optional<String> whyNothing() {
        if (setup.interruption().isRequested()) {
            return Optional.of("the run was interrupted");
        }
        return switch (setup.settings().publish()) {
            case NONE -> Optional.of("publish: none");
            case ALL -> progress.hasFindings() ? Optional.of("publish: all, and not all passed") : Optional.empty();
            case EACH, PASSING -> Optional.empty();
        };
    }

    /** Whether the cut was made; if not, what stood against it is held from now on. */
    private boolean publish(Set<ResourceId> ids, Optional<String> group) {
        long began = System.nanoTime();
        Attempt attempt;
        try {
            attempt = again(() -> attempt(ids, group));
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.LOCKED) {
                // Another run has the environment: whatever else this one did there would be in its way.
                throw refusal;
            }
            hold(ids, "the warehouse refused the cut", refusals.ofWholeCut(refusal));
            return false;
        }
        attempt.plan().refused().forEach(this::holdOne);
        return attempt.outcome()
                .filter(outcome -> conclude(attempt.plan(), outcome, began))
                .isPresent();
    }

    /** @param outcome empty where the plan refused nodes already */
    private record Attempt(CutPlan plan, Optional<CutOutcome> outcome) {}

    private Attempt attempt(Set<ResourceId> ids, Optional<String> group) {
        CutPlan plan = method.plan(session, candidates(ids), group, keptNames);
        if (!plan.refused().isEmpty()) {
            return new Attempt(plan, Optional.empty());
        }
        setup.warehouse().beat(session);
        plan.parts().stream().filter(Part::staysItself).map(Part::id).forEach(written::add);
        return new Attempt(plan, Optional.of(method.publish(session, plan)));
    }

    private boolean conclude(CutPlan plan, CutOutcome outcome, long began) {
        switch (outcome) {
            case CutOutcome.Published(Publication publication) -> published(plan, publication, began);
            case CutOutcome.Refused(ResourceId node, WarehouseError refusal) -> holdOne(node, refusal);
            case CutOutcome.BrokenOff(WarehouseError refusal) ->
                // The candidates are where the next run looks for them; nothing of this one may remove them.
                throw new CutBroken(refusals.ofBrokenCut(refusal));
            case CutOutcome.Unanswered(WarehouseError refusal) ->
                throw new CutBroken(refusals.ofUnansweredCut(refusal));
            case CutOutcome.Lost(String reason) -> throw new CutLost(reason);
        }
        return outcome instanceof CutOutcome.Published;
    }

    private void published(CutPlan plan, Publication publication, long began) {
        progress.add(publication);
        setup.listener().on(new RunEvent.Published(publication, Duration.ofNanos(System.nanoTime() - began)));
        retries.trying(() -> method.afterCommit(session, plan));
        // Candidates that wait may depend on what was set aside: then the end of the run removes it, in the right
        // order.
        if (!keptNames && !progress.hasFindings() && setup.heldDependents().isEmpty()) {
            method.removeLeftovers(session, plan).refusals().forEach(this::tellLeftover);
        }
        plan.parts().forEach(this::runAfterPublish);
    }

    private void holdOne(ResourceId node, WarehouseError refusal) {
        hold(List.of(node), "the warehouse refused its publication", refusals.ofCut(node, refusal));
    }

    private void hold(Collection<ResourceId> ids, String why, Diagnostic problem) {
        wantsReopening = true;
        problems.add(problem);
        ids.forEach(id -> progress.refuse(id, why));
    }

    /** What was lost with a connection, or stood against somebody, may go well a second time. */
    private <T> T again(Supplier<T> work) {
        return retries.trying(
                work,
                (attempt, refusal) -> setup.listener()
                        .on(new RunEvent.Said(
                                Diagnostic.Level.NOTE,
                                "the publication is tried again: "
                                        + refusal.words().lines().findFirst().orElse(""))));
    }

    /** In the order of the plan. */
    private List<Candidate> candidates(Set<ResourceId> ids) {
        Map<ResourceId, PlannedNode> byId = setup.plan().byId();
        return setup.plan()
                .relations()
                .map(PlannedNode::id)
                .filter(ids::contains)
                .map(id -> candidate(byId.get(id)))
                .toList();
    }

    private Candidate candidate(PlannedNode planned) {
        var node = setup.manifest().relational(planned.id());
        List<Statement> hooks = setup.hooks().of(node, Hooks.Moment.CUT);
        Candidate candidate = planned.action().isKept()
                ? setup.blueprints().kept(node.id(), setup.existing(), hooks)
                : setup.blueprints().passed(node.id(), setup.existing(), hooks);
        return candidate.identified(
                progress.identity(node.id()), progress.result(node.id()).rows());
    }

    private void tellLeftover(WarehouseError refusal) {
        setup.listener()
                .on(new RunEvent.Said(
                        Diagnostic.Level.WARNING,
                        "the old version of a relation could not be removed: " + refusal.words()));
    }

    private void runAfterPublish(Part part) {
        long began = System.nanoTime();
        try {
            setup.hooks()
                    .of(part.blueprint().node(), Hooks.Moment.AFTER_PUBLISH)
                    .forEach(session::execute);
        } catch (WarehouseError refusal) {
            boolean isInterrupted = refusal.kind() == WarehouseError.Kind.CANCELLED;
            hookFailed(
                    part,
                    began,
                    isInterrupted ? Status.SKIPPED : Status.ERROR,
                    isInterrupted ? List.of() : List.of(refusals.ofHook(part.id(), refusal)));
        } catch (ProblemsFound found) {
            hookFailed(part, began, Status.ERROR, found.problems());
        }
    }

    private void hookFailed(Part part, long began, Status status, List<Diagnostic> found) {
        var failed = new RunEvent.HookFinished(
                "after-publish of " + part.blueprint().node().name(),
                status,
                Duration.ofNanos(System.nanoTime() - began),
                found);
        failedHooks.add(failed);
        setup.listener().on(failed);
    }
}
