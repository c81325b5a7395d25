package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.json.DiagnosticJson;
import dev.assay.json.JsonWriter;
import dev.assay.manifest.ResourceId;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import dev.assay.result.RunResult;
import dev.assay.result.TestResult;
import dev.assay.result.Unproven;
import dev.assay.sql.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields of each event as JSON. */
final class EventJson {

    private EventJson() {}

    /** As machines know the event. */
    static String name(RunEvent event) {
        return switch (event) {
            case RunEvent.RunStarted started -> "run_started";
            case RunEvent.NodeStarted started -> "node_started";
            case RunEvent.NodeFinished finished -> "node_finished";
            case RunEvent.TestFinished finished -> "test_finished";
            case RunEvent.HookFinished finished -> "hook_finished";
            case RunEvent.Retried retried -> "retried";
            case RunEvent.Published published -> "published";
            case RunEvent.Said said -> "said";
            case RunEvent.Registered registered -> "registered";
            case RunEvent.Tick tick -> "tick";
            case RunEvent.RunFinished finished -> "run_finished";
        };
    }

    static void fields(JsonWriter json, RunEvent event) {
        switch (event) {
            case RunEvent.RunStarted(var header, var planned) -> {
                header(json, header);
                json.array("planned");
                planned.forEach(node -> planned(json, node));
                json.end();
            }
            case RunEvent.NodeStarted(var id, var name, var action) ->
                json.field("id", id).field("name", name).field("action", action);
            case RunEvent.NodeFinished(var node) -> node(json, node);
            case RunEvent.TestFinished(var test) -> test(json, test);
            case RunEvent.HookFinished(var name, var status, var took, var problems) -> {
                json.field("name", name).field("status", status.word()).field("seconds", seconds(took));
                problems(json, problems);
            }
            case RunEvent.Retried(var id, var attempt, var reason, var pause) ->
                json.field("id", id)
                        .field("attempt", attempt)
                        .field("reason", reason)
                        .field("pause_seconds", seconds(pause));
            case RunEvent.Published(var publication, var took) -> {
                publication(json, publication);
                json.field("seconds", seconds(took));
            }
            case RunEvent.Said(var level, var message) ->
                json.field("level", level.name().toLowerCase(Locale.ROOT)).field("message", message);
            case RunEvent.Registered registered -> {}
            case RunEvent.Tick tick -> {}
            case RunEvent.RunFinished(var result) -> result(json, result);
        }
    }

    static void header(JsonWriter json, RunHeader header) {
        json.field("run_id", header.invocationId())
                .field("command", header.command())
                .field("project", header.project())
                .field("target", header.target())
                .field("warehouse", header.warehouse())
                .field("schema", header.schema())
                .field("threads", header.threads())
                .field("started", header.started());
    }

    static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }

    private static void planned(JsonWriter json, RunEvent.Planned node) {
        json.object().field("id", node.id()).field("name", node.name()).field("action", node.action());
        json.field("expected_seconds", node.expected().isZero() ? null : seconds(node.expected()));
        json.end();
    }

    private static void node(JsonWriter json, NodeResult node) {
        json.field("id", node.id())
                .field("name", node.name())
                .field("action", node.action())
                .field("status", node.status().word())
                .field("why", node.why())
                .field("rows", node.rows())
                .field("relation", node.relation())
                .field("seconds", seconds(node.timing().total()));
        json.array("tests");
        for (TestResult test : node.tests()) {
            json.object();
            test(json, test);
            json.end();
        }
        json.end();
        problems(json, node.problems());
    }

    private static void test(JsonWriter json, TestResult test) {
        json.field("id", test.test())
                .field("name", test.name())
                .field("node", test.node())
                .field("status", test.status().word())
                .field("failures", test.failures())
                .field("seconds", seconds(test.took()));
        json.name("sample");
        sample(json, test.sample());
        json.name("problem");
        test.problem().ifPresentOrElse(problem -> DiagnosticJson.write(json, problem), () -> json.value(null));
    }

    private static void sample(JsonWriter json, Optional<Rows> sample) {
        if (sample.isEmpty()) {
            json.value(null);
            return;
        }
        List<String> columns =
                sample.get().columns().stream().map(Rows.Column::name).toList();
        json.object()
                .field("columns", columns)
                .field("rows", sample.get().rows())
                .end();
    }

    private static void publication(JsonWriter json, Publication publication) {
        json.field("generation", publication.generation())
                .field("group", publication.group())
                .field("nodes", publication.nodes());
    }

    private static void result(JsonWriter json, RunResult result) {
        TestCounts tests = TestCounts.of(result.allTests());
        json.field("run_id", result.header().invocationId())
                .field("good", result.isGood())
                .field("interrupted", result.interrupted())
                .field("seconds", seconds(result.took()));
        json.object("nodes");
        for (var status : dev.assay.result.Status.values()) {
            long number = result.nodes().stream()
                    .filter(node -> node.status() == status)
                    .count();
            if (number > 0) {
                json.field(status.word(), number);
            }
        }
        json.end();
        json.object("tests")
                .field("passed", tests.passed())
                .field("failed", tests.failed())
                .field("warned", tests.warned())
                .field("broken", tests.broken())
                .field("skipped", tests.skipped())
                .end();
        json.array("held");
        for (ResourceId id : held(result)) {
            json.value(id);
        }
        json.end();
        json.array("unproven");
        result.unproven().forEach(relation -> unproven(json, relation));
        json.end();
        problems(json, result.problems());
    }

    private static void unproven(JsonWriter json, Unproven relation) {
        json.object()
                .field("id", relation.node())
                .field("proof", relation.proof())
                .field("tests_passed", relation.passed())
                .field("tests_due", relation.due())
                .field("because", relation.because())
                .end();
    }

    private static List<ResourceId> held(RunResult result) {
        return HeldLine.kept(result).stream().map(NodeResult::id).toList();
    }

    private static void problems(JsonWriter json, List<Diagnostic> problems) {
        json.array("problems");
        problems.forEach(problem -> DiagnosticJson.write(json, problem));
        json.end();
    }
}
