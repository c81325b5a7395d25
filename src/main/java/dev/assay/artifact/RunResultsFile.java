package dev.assay.artifact;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.json.JsonWriter;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent.HookFinished;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code run_results.json} in dbt's shape, version 6: its words and no others. What is ours stands in {@link AssayFile}. */
public final class RunResultsFile {

    public static final String NAME = "run_results.json";

    private static final String SHAPE = "https://schemas.getdbt.com/dbt/run-results/v6.json";

    private RunResultsFile() {}

    public static void write(TargetFolder target, RunResult result, RunFacts facts) {
        target.writeJson(NAME, json -> {
            json.object();
            DbtMetadata.write(json, SHAPE, facts);
            json.end();
            json.array("results");
            result.hooks().forEach(hook -> hook(json, result.header().project(), hook));
            result.nodes().forEach(node -> node(json, node, facts));
            result.allTests().forEach(test -> test(json, test));
            json.end();
            json.field("elapsed_time", seconds(result.took())).field("args", facts.options());
            json.end();
        });
    }

    private static void node(JsonWriter json, NodeResult node, RunFacts facts) {
        json.object().field("status", DbtStatus.ofNode(node.status()));
        json.array("timing").object().field("name", "execute");
        json.field("started_at", node.timing().started())
                .field("completed_at", node.timing().finished());
        json.end().end();
        json.field("thread_id", "Thread-" + node.timing().thread())
                .field("execution_time", seconds(node.timing().total()));
        adapterResponse(json, node.rows());
        json.field("message", message(node))
                .field("failures", null)
                .field("unique_id", node.id())
                .field("compiled", compiles(node.id()) && !node.compiled().isEmpty())
                .field("compiled_code", node.compiled().isEmpty() ? null : node.compiled())
                .field("relation_name", node.relation().map(facts.printed()))
                .end();
    }

    private static void test(JsonWriter json, TestResult test) {
        json.object()
                .field("status", DbtStatus.ofTest(test.status()))
                .array("timing")
                .end()
                .field("thread_id", "Thread-1")
                .field("execution_time", seconds(test.took()))
                .object("adapter_response")
                .end()
                .field("message", test.problem().map(Diagnostic::headline))
                .field("failures", test.failures())
                .field("unique_id", test.test())
                .field("compiled", !test.compiled().isEmpty())
                .field("compiled_code", test.compiled().isEmpty() ? null : test.compiled())
                .field("relation_name", null)
                .end();
    }

    private static void hook(JsonWriter json, String project, HookFinished hook) {
        json.object()
                .field("status", DbtStatus.ofNode(hook.status()))
                .array("timing")
                .end()
                .field("thread_id", "main")
                .field("execution_time", seconds(hook.took()))
                .object("adapter_response")
                .end()
                .field("message", hook.problems().stream().findFirst().map(Diagnostic::headline))
                .field("failures", null)
                .field("unique_id", operation(project, hook.name()))
                .end();
    }

    static String operation(String project, String hook) {
        return "operation." + project + "." + hook;
    }

    private static void adapterResponse(JsonWriter json, OptionalLong rows) {
        json.object("adapter_response");
        if (rows.isPresent()) {
            json.field("rows_affected", rows);
        }
        json.end();
    }

    private static Optional<String> message(NodeResult node) {
        Optional<String> problem = node.problems().stream().findFirst().map(Diagnostic::headline);
        Optional<String> why = Optional.of(node.why()).filter(words -> !words.isEmpty());
        return switch (node.status()) {
            case FAIL -> Optional.of(failed(node.tests()) + "; readers do not see it");
            case HELD ->
                Optional.of("held from readers" + why.map(words -> ": " + words).orElse(""));
            default -> problem.or(() -> why);
        };
    }

    private static String failed(List<TestResult> tests) {
        long failed = tests.stream()
                .filter(test -> test.status() == Status.FAIL || test.status() == Status.ERROR)
                .count();
        return failed == 1 ? "1 test did not pass" : failed + " tests did not pass";
    }

    private static boolean compiles(ResourceId id) {
        return id.type() != ResourceType.SEED;
    }

    private static double seconds(Duration took) {
        return took.toNanos() / 1e9;
    }
}
