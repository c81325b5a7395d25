package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import dev.assay.result.Status;
import java.time.Duration;
import java.util.List;

/** Shows nothing and remembers whether there was a warning: {@code --warn-error} asks. */
public final class Warnings implements Report {

    private boolean any;

    public boolean any() {
        return any;
    }

    @Override
    public void project(RunHeader header) {}

    @Override
    public void parsed(int files, Manifest manifest, Duration took) {}

    @Override
    public void step(String verb, String words, Duration took) {}

    @Override
    public void line(String verb, String words) {}

    @Override
    public void problems(List<Diagnostic> problems) {
        any |= problems.stream().anyMatch(problem -> problem.level() == Diagnostic.Level.WARNING);
    }

    @Override
    public void bug(BugPage page) {}

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.Said said -> any |= said.level() == Diagnostic.Level.WARNING;
            case RunEvent.RunFinished(var result) -> {
                any |= result.allTests().stream().anyMatch(test -> test.status() == Status.WARN);
                problems(result.problems());
            }
            default -> {}
        }
    }
}
