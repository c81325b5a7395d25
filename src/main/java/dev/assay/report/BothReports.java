package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import java.time.Duration;
import java.util.List;

/** Two faces that hear the same: the one that somebody looks at, and one that is kept. */
public record BothReports(Report first, Report second) implements Report {

    @Override
    public void project(RunHeader header) {
        first.project(header);
        second.project(header);
    }

    @Override
    public void parsed(int files, Manifest manifest, Duration took) {
        first.parsed(files, manifest, took);
        second.parsed(files, manifest, took);
    }

    @Override
    public void step(String verb, String words, Duration took) {
        first.step(verb, words, took);
        second.step(verb, words, took);
    }

    @Override
    public void line(String verb, String words) {
        first.line(verb, words);
        second.line(verb, words);
    }

    @Override
    public void problems(List<Diagnostic> problems) {
        first.problems(problems);
        second.problems(problems);
    }

    @Override
    public void bug(BugPage page) {
        first.bug(page);
        second.bug(page);
    }

    @Override
    public void tick() {
        first.tick();
        second.tick();
    }

    @Override
    public void on(RunEvent event) {
        first.on(event);
        second.on(event);
    }
}
