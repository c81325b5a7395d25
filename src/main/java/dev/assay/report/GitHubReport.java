package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Another face inside a GitHub job: its lines fold into a group, its problems are marked in the files they are about, and the
 * job's page gets a summary.
 */
public final class GitHubReport implements Report {

    private final PrintStream stream;
    private final Report inner;
    private Optional<String> title = Optional.empty();

    private final Consumer<String> summary;

    /** @param summary takes Markdown for the page of the job */
    public GitHubReport(PrintStream stream, Report inner, Consumer<String> summary) {
        this.stream = stream;
        this.inner = inner;
        this.summary = summary;
    }

    @Override
    public void project(RunHeader header) {
        title = Optional.of(title(header));
        inner.project(header);
    }

    @Override
    public void parsed(int files, Manifest manifest, Duration took) {
        inner.parsed(files, manifest, took);
    }

    @Override
    public void step(String verb, String words, Duration took) {
        inner.step(verb, words, took);
    }

    @Override
    public void line(String verb, String words) {
        inner.line(verb, words);
    }

    @Override
    public void problems(List<Diagnostic> problems) {
        inner.problems(problems);
        annotate(problems);
    }

    @Override
    public void bug(BugPage page) {
        inner.bug(page);
        print("::error title=assay::" + Annotation.message("assay made a mistake: " + page.headline()));
    }

    @Override
    public void tick() {
        inner.tick();
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.RunStarted started -> {
                begin(started);
            }
            case RunEvent.RunFinished finished -> {
                print("::endgroup::");
                inner.on(event);
                annotate(Details.of(finished.result()).all().stream()
                        .map(Details.Detail::problem)
                        .toList());
                summary.accept(new JobSummary(finished.result()).markdown());
            }
            default -> inner.on(event);
        }
    }

    private static String title(RunHeader header) {
        return "assay " + header.command() + " (" + header.project() + ", target " + header.target() + ")";
    }

    private void begin(RunEvent.RunStarted started) {
        if (title.isEmpty()) {
            inner.project(started.header());
        }
        title = Optional.of(title(started.header()));
        String size = new Counted(started.planned().size(), "node").toString();
        print("::group::" + Annotation.message(title.orElseThrow() + ": " + size));
        inner.on(started);
    }

    private void annotate(List<Diagnostic> problems) {
        Annotation.of(problems).forEach(this::print);
    }

    private void print(String line) {
        stream.print(line + "\n");
        stream.flush();
    }
}
