package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunEvent.NodeFinished;
import dev.assay.result.RunEvent.NodeStarted;
import dev.assay.result.RunEvent.Retried;
import dev.assay.result.RunEvent.RunFinished;
import dev.assay.result.RunEvent.RunStarted;
import dev.assay.result.RunEvent.Said;
import dev.assay.result.RunEvent.TestFinished;
import dev.assay.result.RunHeader;
import dev.assay.result.RunResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The terminal: one line for each finished node, what failed after them, the summary last; at the bottom of a terminal one
 * line that lives. Told by events only, so that line moves with them and with {@link #tick}.
 */
public final class ConsoleReport implements Report {

    private final Output output;
    private final Palette palette;
    private final DiagnosticDrawing drawing;
    private final Clock clock;
    private LineLayout layout;
    private Optional<ProgressEstimate> progress = Optional.empty();
    private boolean projectShown;
    private boolean lineLives;

    public ConsoleReport(Output output, Clock clock) {
        this.output = output;
        this.palette = output.palette();
        this.drawing = DiagnosticDrawing.on(output);
        this.clock = clock;
        this.layout = LineLayout.of(List.of(), output);
    }

    @Override
    public void project(RunHeader header) {
        if (!projectShown) {
            projectShown = true;
            print(palette.good(LineLayout.verb("Project")) + " " + header.project() + ", target " + header.target()
                    + " (" + header.warehouse() + "), " + new Counted(header.threads(), "thread"));
        }
    }

    @Override
    public void parsed(int files, Manifest manifest, Duration took) {
        step("Parsed", new Counted(files, "file") + Inventory.of(manifest), took);
    }

    @Override
    public void step(String verb, String words, Duration took) {
        String line = layout.timed(LineLayout.verb(verb) + " " + words, Counted.time(took));
        print(palette.good(line.substring(0, LineLayout.VERB)) + line.substring(LineLayout.VERB));
    }

    @Override
    public void line(String verb, String words) {
        print(palette.good(LineLayout.verb(verb)) + " " + Glyphs.visible(words));
    }

    @Override
    public void problems(List<Diagnostic> problems) {
        if (!problems.isEmpty()) {
            print(new ProblemsDrawing(problems).draw(drawing).stripTrailing());
        }
    }

    @Override
    public void bug(BugPage page) {
        progress = Optional.empty();
        print(page.draw(palette).stripTrailing());
    }

    @Override
    public void tick() {
        if (progress.isPresent() && output.live()) {
            show("");
        }
    }

    @Override
    public void on(RunEvent event) {
        NodeLine line = new NodeLine(layout, palette);
        switch (event) {
            case RunStarted started -> begin(started);
            case NodeStarted(var id, var name, var action) -> {
                progress.ifPresent(now -> now.started(id, name, clock.instant()));
                tick();
            }
            case NodeFinished(var node) -> {
                progress.ifPresent(now -> now.finished(node.id()));
                print(line.of(node));
            }
            case TestFinished(var test) -> {
                progress.ifPresent(now -> now.finished(test.test()));
                print(line.of(test));
            }
            case RunEvent.HookFinished hook -> print(line.of(hook));
            case Retried retried -> print(retry(retried));
            case RunEvent.Published cut -> tick();
            case RunEvent.Registered registered -> tick();
            case RunEvent.Tick passed -> tick();
            case Said said -> print(words(said));
            case RunFinished(var result) -> end(result);
        }
    }

    private void begin(RunStarted started) {
        project(started.header());
        layout = LineLayout.of(started.planned(), output);
        print("");
        progress = Optional.of(new ProgressEstimate(
                started.planned(), started.header().threads(), started.header().started()));
        tick();
    }

    private void end(RunResult result) {
        progress = Optional.empty();
        if (!result.nodes().isEmpty()
                || !result.tests().isEmpty()
                || !result.hooks().isEmpty()) {
            print("");
        }
        for (Details.Detail detail : Details.of(result).all()) {
            print(drawing.draw(detail.problem(), detail.sample()));
        }
        HeldLine.of(result).map(this::wrapped).ifPresent(this::print);
        new UnprovenLines(result.unproven()).draw(palette).forEach(this::print);
        print(new SummaryLine(result).draw(palette, this::wrapped));
    }

    private String retry(Retried retried) {
        String line =
                LineLayout.verb("RETRY") + " " + layout.kind(retried.id().type().word()) + " "
                        + layout.name(retried.id().names().getLast());
        String words = retried.reason() + "; try " + retried.attempt() + " in " + Counted.time(retried.pause());
        return palette.warning(LineLayout.startingAt(line, layout.wordsStart(), Glyphs.visible(words)));
    }

    private String words(Said said) {
        String word = switch (said.level()) {
            case ERROR -> palette.error(LineLayout.verb("error"));
            case WARNING -> palette.warning(LineLayout.verb("warn"));
            case NOTE -> palette.place(LineLayout.verb("note"));
        };
        String further = "\n" + LineLayout.verb("") + " ";
        return word + " " + said.message().lines().map(Glyphs::visible).collect(Collectors.joining(further));
    }

    private String wrapped(String line) {
        return output.live() ? Glyphs.wrapped(line, output.width() - 1, LineLayout.VERB + 1) : line;
    }

    private void print(String text) {
        show(text + "\n");
    }

    // One write for all of it, so that nothing flickers.
    private void show(String text) {
        String erase = lineLives ? "\r\u001b[K" : "";
        String live = output.live()
                ? progress.map(now -> palette.faint(new LiveLine(now, clock.instant()).draw(output.width())))
                        .orElse("")
                : "";
        lineLives = !live.isEmpty();
        output.stream().print(erase + text + live);
        output.stream().flush();
    }
}
