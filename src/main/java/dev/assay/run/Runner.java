package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Prepared;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.RunResult;
import dev.assay.warehouse.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * Carries out a plan: registers what will be built, builds and tests candidates, lets through the gate what was proven,
 * clears away what nobody keeps.
 */
public final class Runner {

    private final RunSetup setup;
    private final Progress progress;
    private final List<RunEvent.HookFinished> hooks = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private Runner(RunSetup setup) {
        this.setup = setup;
        this.progress = new Progress(setup.plan());
    }

    /** Comes back with a result whatever happens to the nodes; a warehouse that cannot be reached is thrown. */
    public static RunResult run(RunSetup setup) {
        return Workers.onDeepStack(() -> new Runner(setup).run());
    }

    private RunResult run() {
        setup.listener().on(new RunEvent.RunStarted(setup.header(), planned()));
        SequencedMap<ResourceId, String> held = new LinkedHashMap<>();
        try (Session session = setup.warehouse().open()) {
            enter(session);
            if (runHooks(session, Hook.Moment.RUN_START)) {
                var cuts = new Cuts(setup, progress, session);
                held = new Build(setup, progress, session, cuts).run();
                problems.addAll(cuts.problems());
                clearAway(session, cuts);
                runHooks(session, Hook.Moment.RUN_END);
            } else {
                skipAll();
            }
        }
        var result = new RunResult(
                setup.header(),
                seen(progress.results(held)),
                progress.tests(),
                hooks,
                progress.publications(),
                problems,
                setup.interruption().isRequested(),
                setup.clock().instant());
        setup.listener().on(new RunEvent.RunFinished(result));
        return result;
    }

    /** With the generation that readers see of each now. */
    private List<NodeResult> seen(List<NodeResult> nodes) {
        Map<ResourceId, Long> published = new HashMap<>();
        setup.known()
                .published()
                .forEach((id, entry) -> entry.generation().ifPresent(known -> published.put(id, known)));
        progress.publications().forEach(cut -> cut.nodes().forEach(id -> published.put(id, cut.generation())));
        return nodes.stream()
                .map(node -> published.containsKey(node.id())
                        ? node.seenAs(OptionalLong.of(published.get(node.id())))
                        : node)
                .toList();
    }

    private List<RunEvent.Planned> planned() {
        return setup.plan().nodes().stream()
                .map(node -> new RunEvent.Planned(
                        node.id(), setup.manifest().get(node.id()).name(), verb(node), Duration.ZERO))
                .toList();
    }

    private String verb(PlannedNode node) {
        return Verbs.of(setup.manifest().get(node.id()));
    }

    /** The registry knows of every object before it exists. */
    private void enter(Session session) {
        if (setup.plan().relations().findAny().isEmpty()) {
            return;
        }
        setup.registry()
                .enter(
                        session,
                        setup.existing(),
                        setup.header().schema(),
                        setup.header().target(),
                        setup.schemas());
        new Sweep(setup, session).before();
        setup.registry()
                .prepare(
                        session,
                        setup.header().invocationId(),
                        setup.plan()
                                .relations()
                                .filter(node -> node.action() == Action.BUILD)
                                .map(this::prepared)
                                .toList());
    }

    private Prepared prepared(PlannedNode node) {
        var relational = (Relational) setup.manifest().get(node.id());
        return new Prepared(
                node.id(), relational.relation(), setup.warehouse().candidate(relational.relation()), verb(node));
    }

    /** Kept are complete candidates that wait for a retry; everything else under our names goes. */
    private void clearAway(Session session, Cuts cuts) {
        if (setup.plan().relations().findAny().isEmpty()) {
            return;
        }
        if (progress.hasFindings() || cuts.keptNames()) {
            new Sweep(setup, session).after(progress.waiting());
        }
        setup.warehouse().settle().forEach(session::execute);
    }

    private boolean runHooks(Session session, Hook.Moment moment) {
        boolean good = true;
        for (Hook hook : setup.manifest().hooks()) {
            if (hook.moment() == moment && good) {
                RunEvent.HookFinished finished = setup.hooks().run(hook, session);
                hooks.add(finished);
                setup.listener().on(finished);
                good = finished.status().isGood();
            }
        }
        return good;
    }

    private void skipAll() {
        setup.plan().relations().forEach(node -> {
            NodeResult skipped = Results.skipped(setup, node, "needs the hook on-run-start, which failed");
            progress.add(skipped, Results.mark(skipped));
            setup.listener().on(new RunEvent.NodeFinished(skipped));
        });
    }
}
