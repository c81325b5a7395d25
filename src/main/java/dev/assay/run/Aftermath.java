package dev.assay.run;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.result.RunEvent;
import dev.assay.result.TestResult;
import dev.assay.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs the tests that look at what has become visible. One that fails takes nothing back: it makes the data suspect. */
final class Aftermath {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final RunSetup setup;
    private final Progress progress;
    private final Session session;

    Aftermath(RunSetup setup, Progress progress, Session session) {
        this.setup = setup;
        this.progress = progress;
        this.session = session;
    }

    void run() {
        var due = new ArrayList<PlannedNode>();
        for (PlannedNode test : setup.plan().after()) {
            if (!setup.interruption().isRequested() && isDue(test)) {
                due.add(test);
            } else {
                tell(Results.skippedTest(setup, test));
            }
        }
        if (!due.isEmpty()) {
            var suspects = new TreeSet<ResourceId>();
            int threads = Math.max(1, Math.min(setup.settings().threads(), due.size()));
            try (var workers = new Workers<Outcome>(setup.warehouse(), threads)) {
                setup.interruption().during(() -> suspects.addAll(ask(workers, due)), workers::cancel);
            }
            setup.registry().suspect(session, List.copyOf(suspects));
        }
    }

    /** A test that speaks of nothing built here looks at what was there before. */
    private boolean isDue(PlannedNode test) {
        return test.subjects().isEmpty() || test.subjects().stream().anyMatch(progress::isPublished);
    }

    /** Whom the tests that failed speak of. */
    private SortedSet<ResourceId> ask(Workers<Outcome> workers, List<PlannedNode> tests) {
        var work = new TestWork(setup, setup.blueprints()::published, event -> {});
        tests.forEach(test -> workers.give((worker, number) -> work.test(test, worker)));
        var suspects = new TreeSet<ResourceId>();
        int open = tests.size();
        while (open > 0) {
            Optional<Outcome> ended = workers.take(LOOK_EVERY_MILLIS);
            if (ended.isPresent() && ended.get() instanceof Outcome.OfTest(TestResult result)) {
                open--;
                tell(result);
                if (result.status().blocks()) {
                    suspects.addAll(result.gates());
                }
            } else {
                setup.listener().on(new RunEvent.Tick());
            }
            if (setup.interruption().isRequested()) {
                workers.cancel();
            }
        }
        suspects.removeIf(id -> !progress.isPublished(id));
        return suspects;
    }

    private void tell(TestResult result) {
        progress.addHarmless(result);
        setup.listener().on(new RunEvent.TestFinished(result));
    }
}
