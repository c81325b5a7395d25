package dev.assay.run;

import dev.assay.connect.Workers;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.RunProgress;
import dev.assay.result.RunEvent;
import dev.assay.result.TestResult;
import dev.assay.setup.RunSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the tests that look at what has become visible. One that fails takes nothing back. */
final class PostPublishTests {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final RunSetup setup;
    private final RunProgress progress;

    PostPublishTests(RunSetup setup, RunProgress progress) {
        this.setup = setup;
        this.progress = progress;
    }

    void run() {
        var due = new ArrayList<PlannedNode>();
        for (PlannedNode test : setup.plan().after()) {
            if (!setup.interruption().isRequested() && isDue(test)) {
                due.add(test);
            } else {
                tell(SkippedResults.skippedTest(setup, test));
            }
        }
        if (!due.isEmpty()) {
            int threads = Math.max(1, Math.min(setup.settings().threads(), due.size()));
            try (var workers = new Workers<WorkResult>(setup.warehouse(), threads)) {
                setup.interruption().during(() -> ask(workers, due), workers::cancel);
            }
        }
    }

    /** A test that speaks of nothing built here looks at what was there before. */
    private boolean isDue(PlannedNode test) {
        return test.subjects().isEmpty() || test.subjects().stream().anyMatch(progress::isPublished);
    }

    /** Says how many tests have ended. */
    private int ask(Workers<WorkResult> workers, List<PlannedNode> tests) {
        var work = new TestWork(setup, setup.blueprints()::published, event -> {});
        tests.forEach(test -> workers.give((worker, number) -> work.test(test, worker)));
        int ended = 0;
        while (ended < tests.size()) {
            Optional<WorkResult> outcome = workers.take(LOOK_EVERY_MILLIS);
            if (outcome.isPresent() && outcome.get() instanceof WorkResult.OfTest(TestResult result)) {
                ended++;
                tell(result);
            } else {
                setup.listener().on(new RunEvent.Tick());
            }
            if (setup.interruption().isRequested()) {
                workers.cancel();
            }
        }
        return ended;
    }

    private void tell(TestResult result) {
        progress.addHarmless(result);
        setup.listener().on(new RunEvent.TestFinished(result));
    }
}
