package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import java.time.Duration;
import java.util.List;

/** {@code -q}: errors only. A run that goes well says nothing. */
public final class QuietReport implements Report {

    private final Output output;
    private final DiagnosticDrawing drawing;

    public QuietReport(Output output) {
        this.output = output;
        this.drawing = DiagnosticDrawing.on(output);
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
        List<Diagnostic> errors = problems.stream().filter(Diagnostic::isError).toList();
        print(new ProblemsDrawing(errors).draw(drawing));
    }

    @Override
    public void bug(BugPage page) {
        print(page.draw(output.palette()));
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.RunFinished(var result)) {
            List<String> parts = Details.of(result).errors().all().stream()
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
