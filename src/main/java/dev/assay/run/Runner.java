package dev.assay.run;

import dev.assay.connect.ReopenableSession;
import dev.assay.connect.TransientRetries;
import dev.assay.connect.Workers;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.ProofChange;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.Hook;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.plan.RequiredTests;
import dev.assay.publish.CutBroken;
import dev.assay.publish.CutLost;
import dev.assay.publish.Cuts;
import dev.assay.publish.Fence;
import dev.assay.publish.RunProgress;
import dev.assay.publish.WaitingCandidates;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.RunResult;
import dev.assay.result.TestResult;
import dev.assay.result.Unproven;
import dev.assay.setup.RunSetup;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.EngineRestart;
import dev.assay.warehouse.facet.SpaceRecovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out a plan: registers what will be built, builds and tests candidates, lets through the gate what was proven,
 * clears away what nobody keeps.
 */
public final class Runner {

    private final RunSetup setup;
    private final Fence fence;
    private final ReopenableSession session;
    private final RunProgress progress;
    private final List<RunEvent.HookFinished> hooks = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private Runner(StartedRun entered, ReopenableSession session) {
        this.setup = entered.setup();
        this.fence = entered.fence();
        this.session = session;
        this.progress = new RunProgress(setup.plan());
    }

    /** Comes back with a result whatever happens to the nodes; a warehouse that cannot be reached is thrown. */
    public static RunResult run(RunSetup setup) {
        return Workers.onDeepStack(setup.warehouse(), () -> {
            setup.listener().on(new RunEvent.RunStarted(setup.header(), planned(setup)));
            RunResult result;
            try (var session = new ReopenableSession(
                    setup.warehouse(), setup.lease(), setup.header().schema())) {
                session.about("run=" + setup.header().invocationId());
                StartedRun entered = new RunStart(setup, session).enter();
                session.mayBeReplaced(stillOurs(entered));
                setup.listener().on(new RunEvent.Registered());
                result = new Runner(entered, session).toTheEnd();
            }
            setup.lease().conclude(setup.warehouse());
            setup.listener().on(new RunEvent.RunFinished(result));
            return result;
        });
    }

    /** A run that builds nothing has no candidates to lose. */
    private static Consumer<Session> stillOurs(StartedRun entered) {
        return entered.setup().plan().makesRelations() ? entered.tenure()::require : any -> {};
    }

    private static List<RunEvent.Planned> planned(RunSetup setup) {
        return Stream.concat(setup.plan().nodes().stream(), setup.plan().after().stream())
                .map(node -> setup.manifest().get(node.id()))
                .map(node -> new RunEvent.Planned(
                        node.id(),
                        node.name(),
                        Verbs.of(node),
                        setup.expected().getOrDefault(node.id(), Duration.ZERO)))
                .toList();
    }

    private RunResult toTheEnd() {
        try {
            return run();
        } catch (WarehouseError refusal) {
            throw new AbortMessage(setup, progress, session).of(refusal);
        } catch (CutLost lost) {
            throw new AbortMessage(setup, progress, session).of(lost);
        } catch (CutBroken broken) {
            throw new AbortMessage(setup, progress, session).of(broken);
        }
    }

    private RunResult run() {
        SequencedMap<ResourceId, String> held = new LinkedHashMap<>();
        List<Unproven> unproven = List.of();
        var recognised = new TreeMap<ResourceId, Long>();
        if (runHooks(Hook.Moment.RUN_START)) {
            var cuts = new Cuts(setup, PublishMethods.of(setup, fence), progress, session);
            var required = RequiredTests.of(setup.manifest());
            held = new Build(setup, progress, new NodeProofs(setup, required), session, cuts).run();
            new PostPublishTests(setup, progress).run();
            var proofs = new PublishedProofs(setup, progress, required);
            unproven = prove(proofs, required);
            recognised.putAll(proofs.testedAfterChange());
            problems.addAll(cuts.problems());
            hooks.addAll(cuts.failedHooks());
            new TransientRetries(setup.interruption()).trying(() -> clearAway(cuts));
            runHooks(Hook.Moment.RUN_END);
            // The server counts rows that were rolled back, too.
            recognised.putAll(cuts.rolledBack());
            recognised.putAll(progress.generations());
            note(recognised);
        } else {
            skipAll();
        }
        return new RunResult(
                setup.header(),
                progress.results(held, setup.known()),
                progress.tests(),
                hooks,
                progress.publications(),
                problems,
                unproven,
                setup.interruption().isRequested(),
                setup.clock().instant());
    }

    private void note(SortedMap<ResourceId, Long> recognised) {
        if (recognised.isEmpty()) {
            return;
        }
        // The catalog may count deleted rows until the file is settled.
        if (!setup.plan().makesRelations()) {
            SpaceRecovery.of(setup.warehouse()).statements().forEach(this::settle);
        }
        if (new PublishedIdentities(setup, session).note(recognised)) {
            SpaceRecovery.of(setup.warehouse()).statements().forEach(this::settle);
        }
    }

    /** What tests that ran on published relations have said, and which views show what the run has published. */
    private List<Unproven> prove(PublishedProofs proofs, RequiredTests required) {
        if (setup.settings().keepsOwn()) {
            proofs.tested(testsOfPublished(required));
        }
        List<ProofChange> changes = proofs.changes();
        if (setup.plan().makesRelations() || setup.known().registry().knowsEnvironments()) {
            new TransientRetries(setup.interruption())
                    .trying(() -> setup.registry().prove(session, changes));
        } else if (!changes.isEmpty()) {
            setup.listener()
                    .on(new RunEvent.Said(
                            Diagnostic.Level.NOTE,
                            "the registry does not note what these tests have proven: an older assay made it, and the"
                                    + " next build upgrades it"));
        }
        return proofs.unproven();
    }

    private List<TestResult> testsOfPublished(RequiredTests required) {
        Set<ResourceId> after =
                setup.plan().after().stream().map(PlannedNode::id).collect(Collectors.toSet());
        Set<ResourceId> built = setup.plan().byId().keySet();
        return progress.tests().stream()
                .filter(test -> after.contains(test.test())
                        || required.subjectsOf(test.test()).stream().noneMatch(built::contains))
                .toList();
    }

    /** Kept are complete candidates that wait for a retry; everything else under our names goes. */
    private void clearAway(Cuts cuts) {
        if (!setup.plan().makesRelations()) {
            return;
        }
        if (!setup.settings().keepsOwn()) {
            new Sweep(setup, session).after(Set.of());
            setup.registry()
                    .forget(
                            session,
                            setup.plan().relations().map(PlannedNode::id).toList());
        } else if (progress.hasFindings()
                || cuts.keptNames()
                || !setup.heldDependents().isEmpty()) {
            new HeldCandidates(setup, session).stand(progress.waiting());
            new Sweep(setup, session).after(progress.waiting());
        }
        new WaitingCandidates(setup, session, new TransientRetries(setup.interruption())).removeTexts();
        SpaceRecovery.of(setup.warehouse()).statements().forEach(this::settle);
    }

    // A reader with an open transaction may stand against it, or there is no room; the next run does it then.
    private void settle(Statement statement) {
        try {
            session.execute(statement);
        } catch (WarehouseError refusal) {
            setup.listener()
                    .on(new RunEvent.Said(
                            Diagnostic.Level.NOTE,
                            "could not " + statement.purpose() + ": "
                                    + String.join("; ", refusal.words().lines().toList())));
            if (setup.warehouse().facet(EngineRestart.class).isPresent()) {
                session.renew();
            }
        }
    }

    private boolean runHooks(Hook.Moment moment) {
        boolean good = true;
        for (Hook hook : setup.manifest().hooks()) {
            if (hook.moment() == moment && good && !setup.interruption().isRequested()) {
                RunEvent.HookFinished finished =
                        setup.interruption().during(() -> setup.hooks().run(hook, session), session::cancel);
                hooks.add(finished);
                setup.listener().on(finished);
                good = finished.status().isGood();
            }
        }
        return good;
    }

    private void skipAll() {
        String why = "needs the hook on-run-start, which failed";
        var marks = new ArrayList<RegistryUpdate>();
        for (PlannedNode node : setup.plan().nodes()) {
            if (node.makesRelation()) {
                NodeResult skipped = SkippedResults.skipped(setup, node, why);
                progress.add(skipped, SkippedResults.mark(skipped));
                marks.add(SkippedResults.mark(skipped));
                setup.listener().on(new RunEvent.NodeFinished(skipped));
            } else {
                TestResult skipped = SkippedResults.skippedTest(setup, node);
                progress.add(skipped, node);
                setup.listener().on(new RunEvent.TestFinished(skipped));
            }
        }
        setup.registry().mark(session, marks);
    }
}
