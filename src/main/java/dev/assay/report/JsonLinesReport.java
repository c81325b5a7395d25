package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.json.DiagnosticJson;
import dev.assay.json.JsonWriter;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** {@code --output json}: one object a line for each thing that happens. Names are stable; docs/reference/events.md lists them. */
public final class JsonLinesReport implements Report {

    private final PrintStream stream;
    private final Clock clock;

    public JsonLinesReport(PrintStream stream, Clock clock) {
        this.stream = stream;
        this.clock = clock;
    }

    @Override
    public void project(RunHeader header) {
        line("project", json -> EventJson.header(json, header));
    }

    @Override
    public void parsed(int files, Manifest manifest, Duration took) {
        line("parsed", json -> {
            json.field("files", files).object("resources");
            Inventory.numbers(manifest).forEach((type, number) -> json.field(type.word(), number));
            json.end().field("seconds", EventJson.seconds(took));
        });
    }

    @Override
    public void step(String verb, String words, Duration took) {
        line("step", json -> json.field("verb", verb).field("words", words).field("seconds", EventJson.seconds(took)));
    }

    @Override
    public void line(String verb, String words) {
        line("step", json -> json.field("verb", verb).field("words", words).field("seconds", (Object) null));
    }

    @Override
    public void problems(List<Diagnostic> problems) {
        problems.forEach(problem -> line("problem", json -> {
            json.name("problem");
            DiagnosticJson.write(json, problem);
        }));
    }

    @Override
    public void bug(BugPage page) {
        line(
                "bug",
                json -> json.field("headline", page.headline())
                        .field("version", page.version())
                        .field("runtime", page.runtime())
                        .field("command", page.command())
                        .field("report_to", page.reportTo())
                        .field("stack_trace", page.stackTrace()));
    }

    @Override
    public void on(RunEvent event) {
        if (!(event instanceof RunEvent.Tick || event instanceof RunEvent.Registered)) {
            line(EventJson.name(event), json -> EventJson.fields(json, event));
        }
    }

    private void line(String event, Consumer<JsonWriter> fields) {
        String line = JsonWriter.text(json -> {
            json.object().field("event", event).field("at", clock.instant());
            fields.accept(json);
            json.end();
        });
        stream.print(line + "\n");
        stream.flush();
    }
}
