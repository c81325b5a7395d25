package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Problems only: a run that goes well says nothing. */
public final class QuietReport implements Report {

    private final Output output;
    private final DiagnosticDrawing drawing;

    private final Predicate<Diagnostic> told;

    /** {@code -q}: errors only. */
    public QuietReport(Output output) {
        this(output, Diagnostic::isError);
    }

    private QuietReport(Output output, Predicate<Diagnostic> told) {
        this.output = output;
        this.told = told;
        this.drawing = DiagnosticDrawing.on(output);
    }

    /** For commands whose answer is data: beside them stands only what is worth a look. */
    public static QuietReport withWarnings(Output output) {
        return new QuietReport(output, problem -> true);
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
        print(new ProblemsDrawing(problems.stream().filter(told).toList()).draw(drawing));
    }

    @Override
    public void bug(BugPage page) {
        print(page.draw(output.palette()));
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.RunFinished(var result)) {
            List<String> parts = Details.of(result).all().stream()
                    .filter(detail -> told.test(detail.problem()))
                    .map(detail -> drawing.draw(detail.problem(), detail.sample()))
                    .toList();
            print(String.join("\n", parts));
        }
    }

    private void print(String text) {
        output.stream().print(text);
        output.stream().flush();
    }
}
