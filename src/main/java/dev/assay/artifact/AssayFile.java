package dev.assay.artifact;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.json.DiagnosticJson;
import dev.assay.json.JsonWriter;
import dev.assay.manifest.ResourceId;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent.HookFinished;
import dev.assay.result.RunHeader;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code assay.json}: a run in our own words, with what dbt's files have no place for. {@link LastRun} reads it again.
 * Durations of nodes that this run did not touch are carried on from the run before.
 */
public final class AssayFile {

    public static final String NAME = "assay.json";

    /** Grows when an older reader would misunderstand. */
    static final int SHAPE = 1;

    private final JsonWriter json;

    private AssayFile(JsonWriter json) {
        this.json = json;
    }

    public static void write(TargetFolder target, RunResult result, RunFacts facts, Optional<LastRun> before) {
        target.writeJson(NAME, json -> {
            new AssayFile(json.indented()).write(result, facts, before);
        });
    }

    private void write(RunResult result, RunFacts facts, Optional<LastRun> before) {
        json.object().field("assay_shape", SHAPE).field("assay_version", facts.assayVersion());
        run(result, facts);
        json.field("selection", facts.selection());
        list("nodes", result.nodes(), this::node);
        list("tests", result.allTests(), this::test);
        list("hooks", result.hooks(), this::hook);
        list("publications", result.publications(), this::publication);
        problems(result.problems());
        durations(result, before);
        json.end();
    }

    private void run(RunResult result, RunFacts facts) {
        RunHeader header = result.header();
        json.object("run")
                .field("id", header.invocationId())
                .field("command", header.command())
                .field("options", facts.options())
                .field("project", header.project())
                .field("target", header.target())
                .field("warehouse", header.warehouse())
                .field("schema", header.schema())
                .field("threads", header.threads())
                .field("started", header.started())
                .field("finished", result.finished())
                .field("status", result.interrupted() ? "interrupted" : result.isGood() ? "good" : "failed")
                .end();
    }

    private void node(NodeResult node) {
        json.field("id", node.id())
                .field("name", node.name())
                .field("action", node.action())
                .field("status", node.status().word())
                .field("why", node.why())
                .field("rows", node.rows())
                .field("relation", node.relation())
                .field("generation", node.generation())
                .field("started", node.timing().started())
                .field("finished", node.timing().finished())
                .field("thread", node.timing().thread())
                .field("build_ms", node.timing().build().toMillis())
                .field("test_ms", node.timing().tests().toMillis());
        problems(node.problems());
    }

    private void test(TestResult test) {
        json.field("id", test.test())
                .field("name", test.name())
                .field("node", test.node())
                .field("status", test.status().word())
                .field("failures", test.failures())
                .field("samples", test.sample().map(rows -> rows.rows().size()))
                .field("took_ms", test.took().toMillis())
                .field("gates", test.gates());
        problems(test.problem().stream().toList());
    }

    private void hook(HookFinished hook) {
        json.field("name", hook.name())
                .field("status", hook.status().word())
                .field("took_ms", hook.took().toMillis());
        problems(hook.problems());
    }

    private void publication(Publication cut) {
        json.field("generation", cut.generation()).field("group", cut.group()).field("nodes", cut.nodes());
    }

    private void problems(List<Diagnostic> problems) {
        json.array("problems");
        problems.forEach(problem -> DiagnosticJson.write(json, problem));
        json.end();
    }

    private void durations(RunResult result, Optional<LastRun> before) {
        var known = new TreeMap<ResourceId, Duration>();
        before.ifPresent(run -> known.putAll(run.durations()));
        result.nodes().stream()
                .filter(node -> node.status() != Status.SKIPPED)
                .forEach(node -> known.put(node.id(), node.timing().total()));
        result.tests().stream()
                .filter(test -> test.status() != Status.SKIPPED)
                .forEach(test -> known.put(test.test(), test.took()));
        json.object("durations_ms");
        known.forEach((id, took) -> json.field(id.value(), took.toMillis()));
        json.end();
    }

    private <T> void list(String name, Collection<T> items, Consumer<T> fields) {
        json.array(name);
        for (T item : items) {
            json.object();
            fields.accept(item);
            json.end();
        }
        json.end();
    }
}
