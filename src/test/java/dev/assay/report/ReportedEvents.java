package dev.assay.report;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.json.JsonReader;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceType;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.Unproven;
import dev.assay.sql.Statement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every event of {@code --output json}, written once. */
public final class ReportedEvents {

    /** A field whose keys are no names: numbers by type. */
    private static final String RESOURCES = "resources";

    private ReportedEvents() {}

    /** The fields of each event, in the order in which they are written; {@code place.file} is a field of a field. */
    public static Map<String, List<String>> fields() {
        var fields = new LinkedHashMap<String, List<String>>();
        written().lines().forEach(line -> {
            Map<?, ?> event = (Map<?, ?>) JsonReader.readText("event", line);
            var names = new LinkedHashSet<String>();
            event.forEach((key, value) -> {
                if (!key.equals("event") && !key.equals("at")) {
                    names.add(key.toString());
                    addInner(key.toString(), value, names);
                }
            });
            fields.merge(event.get("event").toString(), new ArrayList<>(names), (one, other) -> {
                var both = new LinkedHashSet<>(one);
                both.addAll(other);
                return new ArrayList<>(both);
            });
        });
        return fields;
    }

    private static void addInner(String key, Object value, Set<String> names) {
        switch (value) {
            case Map<?, ?> map
            when !key.equals(RESOURCES) ->
                map.forEach((name, inner) -> {
                    if (!isCount(key, inner)) {
                        names.add(key + "." + name);
                        addInner(name.toString(), inner, names);
                    }
                });
            case List<?> list -> list.forEach(item -> addInner(key, item, names));
            case null, default -> {}
        }
    }

    private static boolean isCount(String key, Object value) {
        return key.equals("nodes") && value instanceof Number;
    }

    private static String written() {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var report = new JsonLinesReport(stream, Clock.fixed(Runs.START, ZoneOffset.UTC));
        Diagnostic problem = Diagnostic.error(Code.UNKNOWN_REF, Runs.place(), "there is no model `a`")
                .other(Runs.place(), "the other")
                .note("a note")
                .help("a help");
        report.project(Runs.HEADER);
        report.parsed(1, new Manifest("shop", new TreeMap<>(), List.of(), List.of()), Duration.ZERO);
        report.step("Compiled", "1 model", Duration.ZERO);
        NodeResult orders =
                Runs.node(ResourceType.MODEL, "orders", "table", Status.FAIL, 1, 1, List.of(Runs.failedTest()));
        var run = new RunResult(
                Runs.HEADER,
                List.of(orders),
                List.of(),
                List.of(),
                List.of(Runs.cut(1, List.of(orders))),
                List.of(problem),
                List.of(new Unproven(orders.id(), "orders", "unproven", 0, 1, Optional.of("no test ran"))),
                false,
                Runs.START);
        Runs.tell(report, run);
        report.on(new RunEvent.TestFinished(Runs.failedTest()));
        report.on(new RunEvent.HookFinished("on-run-start", Status.SUCCESS, Duration.ZERO, List.of(problem)));
        report.on(new RunEvent.Retried(orders.id(), 1, "the connection was lost", Duration.ZERO));
        report.on(new RunEvent.Said(Diagnostic.Level.WARNING, "a message"));
        report.problems(List.of(problem));
        report.bug(new BugPage(new IllegalStateException("no"), "1", "25", "build", "issues"));
        stream.print(new PlanReport(
                        List.of(new PlanReport.Line(
                                PlanReport.Sign.CREATE, "model.shop.a", "table", "a", "new", List.of())),
                        List.of())
                .json());
        stream.print(new SentStatement(
                        Statement.of("build the candidate", "select"), Runs.START, Duration.ZERO, Optional.empty())
                .json());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
