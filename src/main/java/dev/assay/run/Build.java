package dev.assay.run;

import dev.assay.connect.TransientRetries;
import dev.assay.connect.Workers;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.Cuts;
import dev.assay.publish.RunProgress;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Builds and tests all candidates of a run, as many at a time as there are workers, and hands the proven ones to the cuts. */
final class Build {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final RunSetup setup;
    private final RunProgress progress;
    private final Cuts cuts;
    private final RegistryWriter registryWriter;
    private final NodeProofs proofs;
    private final Scheduler scheduler;
    private final Map<ResourceId, PlannedNode> planned;
    private final NodeWork nodes;
    private final TestWork tests;
    private final Queue<RunEvent> said = new ConcurrentLinkedQueue<>();
    private boolean stopped;

    Build(RunSetup setup, RunProgress progress, NodeProofs proofs, Session session, Cuts cuts) {
        this.setup = setup;
        this.progress = progress;
        this.proofs = proofs;
        this.cuts = cuts;
        this.registryWriter = new RegistryWriter(setup.registry(), session, new TransientRetries(setup.interruption()));
        this.scheduler = new Scheduler(setup.plan());
        this.planned = setup.plan().byId();
        this.nodes = new NodeWork(setup, said::add);
        this.tests = new TestWork(setup, setup.blueprints()::proving, said::add);
    }

    /** What was built and is kept from readers, and why. */
    SequencedMap<ResourceId, String> run() {
        int threads = Math.max(
                1, Math.min(setup.settings().threads(), setup.plan().nodes().size()));
        try (registryWriter) {
            try (var workers = new Workers<WorkResult>(setup.warehouse(), threads)) {
                setup.interruption().during(() -> untilBrokenOff(workers, threads), workers::cancel);
            }
            writeLedger();
        }
        return cuts.last();
    }

    /** Nobody waits for what is under way when the run cannot go on. */
    private int untilBrokenOff(Workers<WorkResult> workers, int threads) {
        try {
            return work(workers, threads);
        } catch (WarehouseError refusal) {
            workers.cancel();
            throw refusal;
        }
    }

    private int work(Workers<WorkResult> workers, int threads) {
        int free = threads;
        int ended = 0;
        while (!scheduler.isDone()) {
            stopIfWanted(workers);
            free -= start(workers, free);
            Optional<WorkResult> outcome = workers.take(LOOK_EVERY_MILLIS);
            passOn();
            if (outcome.isPresent()) {
                free++;
                ended++;
                end(outcome.get());
            } else {
                setup.listener().on(new RunEvent.Tick());
            }
        }
        return ended;
    }

    /** Events of the workers, told from this one thread. */
    private void passOn() {
        for (RunEvent event = said.poll(); event != null; event = said.poll()) {
            setup.listener().on(event);
        }
    }

    private int start(Workers<WorkResult> workers, int free) {
        int started = 0;
        while (started < free) {
            Optional<PlannedNode> next = scheduler.next();
            if (next.isEmpty()) {
                break;
            }
            PlannedNode node = next.get();
            var resource = setup.manifest().get(node.id());
            setup.listener().on(new RunEvent.NodeStarted(node.id(), resource.name(), Verbs.of(resource)));
            workers.give((session, number) ->
                    node.action() == Action.TEST ? tests.test(node, session) : nodes.node(node, session, number));
            started++;
        }
        return started;
    }

    private void end(WorkResult outcome) {
        switch (outcome) {
            case WorkResult.OfNode node -> {
                node.result().tests().forEach(proofs::add);
                RegistryUpdate mark = proofs.of(node.mark());
                progress.add(node.result(), mark);
                node.identity().ifPresent(identity -> progress.identify(node.id(), identity));
                registryWriter.note(mark);
                setup.listener().on(new RunEvent.NodeFinished(node.result()));
            }
            case WorkResult.OfTest test -> {
                add(test.result(), planned.get(test.id()));
                setup.listener().on(new RunEvent.TestFinished(test.result()));
            }
        }
        if (outcome.isGood()) {
            cuts.after(outcome.id(), this::writeLedger);
            scheduler.succeeded(outcome.id());
        } else {
            scheduler.failed(outcome.id()).forEach(skipped -> skip(skipped.node(), because(skipped.because())));
        }
    }

    private void stopIfWanted(Workers<WorkResult> workers) {
        boolean failedFast = setup.settings().failFast() && progress.hasFindings();
        if (!stopped && (failedFast || setup.interruption().isRequested())) {
            stopped = true;
            String why = setup.interruption().isRequested() ? "interrupted" : "stopped at the first failure";
            scheduler.stop().forEach(node -> skip(node, why));
        }
        if (stopped) {
            // Again and again: between two statements of a node there is nothing to end.
            workers.cancel();
        }
    }

    private void skip(PlannedNode node, String why) {
        if (node.action() == Action.TEST) {
            var skipped = SkippedResults.skippedTest(setup, node);
            add(skipped, node);
            setup.listener().on(new RunEvent.TestFinished(skipped));
        } else {
            NodeResult skipped = SkippedResults.skipped(setup, node, why);
            progress.add(skipped, SkippedResults.mark(skipped));
            registryWriter.note(SkippedResults.mark(skipped));
            setup.listener().on(new RunEvent.NodeFinished(skipped));
        }
    }

    /** Tests that stand alone end after the nodes that they speak of, and may have proven them further. */
    private void writeLedger() {
        for (ResourceId node : proofs.changed()) {
            if (!progress.isPublished(node)) {
                RegistryUpdate mark = proofs.of(progress.mark(node));
                progress.note(mark);
                registryWriter.note(mark);
            }
        }
        registryWriter.write();
    }

    /** Whatever becomes of a test that is not required, it holds nothing. */
    private void add(TestResult result, PlannedNode test) {
        proofs.add(result);
        if (((DataTest) setup.manifest().get(test.id())).isRequired()) {
            progress.add(result, test);
        } else {
            progress.addHarmless(result);
        }
    }

    private static boolean failedOne(NodeResult result) {
        return result.tests().stream().anyMatch(test -> test.status() == Status.FAIL);
    }

    private String because(ResourceId id) {
        String name = setup.manifest().get(id).name();
        NodeResult result = progress.result(id);
        if (result == null) {
            return "needs test " + name + ", which failed";
        }
        return switch (result.status()) {
            case FAIL -> "needs " + name + (failedOne(result) ? ", which failed a test" : ", whose test is broken");
            case SKIPPED -> "needs " + name + ", which was skipped";
            default -> "needs " + name + ", which could not be built";
        };
    }
}
