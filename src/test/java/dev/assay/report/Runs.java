package dev.assay.report;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent;
import dev.assay.result.RunHeader;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs that a report is drawn from. */
final class Runs {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    static final RunHeader HEADER =
            new RunHeader("run-1", "build", "shop", "dev", "duckdb, shop.duckdb", "dev", 4, START);

    private Runs() {}

    /** EXPERIENCE's run: a test of orders fails, so customer_value is skipped. */
    static RunResult failed() {
        List<NodeResult> nodes = List.of(
                node(ResourceType.SEED, "raw_orders", "seed", Status.SUCCESS, 99, 100, List.of()),
                stagedOrders(),
                node(
                                ResourceType.MODEL,
                                "orders",
                                "table",
                                Status.FAIL,
                                99,
                                400,
                                List.of(passed("c"), passed("d"), passed("e"), failedTest()))
                        .seenAs(OptionalLong.of(41)),
                node(ResourceType.MODEL, "customer_value", "table", Status.SUCCESS, -1, 0, List.of())
                        .withStatus(Status.SKIPPED, "needs orders, which failed a test")
                        .seenAs(OptionalLong.of(41)));
        return run(nodes, List.of(cut(42, nodes.subList(0, 2))));
    }

    static RunResult good() {
        List<NodeResult> nodes = List.of(
                node(ResourceType.SEED, "raw_orders", "seed", Status.SUCCESS, 1_234_567, 100, List.of()),
                stagedOrders());
        return run(nodes, List.of(cut(42, nodes)));
    }

    private static NodeResult stagedOrders() {
        return node(
                ResourceType.MODEL, "stg_orders", "view", Status.SUCCESS, -1, 100, List.of(passed("a"), passed("b")));
    }

    static RunResult run(List<NodeResult> nodes, List<Publication> cuts) {
        return new RunResult(
                HEADER, nodes, List.of(), List.of(), cuts, List.of(), List.of(), false, START.plusMillis(1400));
    }

    static Publication cut(long generation, List<NodeResult> nodes) {
        return new Publication(
                generation, Optional.empty(), nodes.stream().map(NodeResult::id).toList());
    }

    static ResourceId id(ResourceType type, String name) {
        return ResourceId.of(type, "shop", name);
    }

    static NodeResult node(
            ResourceType type,
            String name,
            String action,
            Status status,
            long rows,
            long millis,
            List<TestResult> tests) {
        return new NodeResult(
                id(type, name),
                name,
                action,
                status,
                "",
                rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows),
                Optional.of(RelationName.of("dev", name)),
                tests,
                List.of(),
                new NodeResult.Timing(START, START.plusMillis(millis), 1, Duration.ofMillis(millis), Duration.ZERO),
                "select 1",
                "",
                OptionalLong.empty());
    }

    static NodeResult refused(String name) {
        NodeResult node = node(ResourceType.MODEL, name, "table", Status.ERROR, -1, 200, List.of());
        return new NodeResult(
                node.id(),
                name,
                "table",
                Status.ERROR,
                "",
                OptionalLong.empty(),
                node.relation(),
                List.of(),
                List.of(Diagnostic.error(Code.SQL_REFUSED, place(), "DuckDB refused the SQL of model `" + name + "`")),
                node.timing(),
                "select 1",
                "",
                OptionalLong.empty());
    }

    static TestResult passed(String name) {
        return test(name, Status.PASS, 0, Optional.empty());
    }

    static TestResult test(String name, Status status, long failures, Optional<Diagnostic> problem) {
        return new TestResult(
                id(ResourceType.TEST, name),
                name,
                Optional.empty(),
                status,
                OptionalLong.of(failures),
                Optional.empty(),
                problem,
                Duration.ofMillis(10),
                "select 1",
                List.of());
    }

    static TestResult failedTest() {
        String name = "unique_orders_order_id";
        var sample = new Rows(
                List.of(new Rows.Column("order_id", "BIGINT"), new Rows.Column("rows", "BIGINT")),
                List.of(List.of(11L, 2L)));
        var verdict = Diagnostic.error(
                        Code.TEST_FAILED, place(), "`" + name + "`: 3 values of orders.order_id occur more than once")
                .help("see the rows: assay show --test " + name + " --limit 50");
        return new TestResult(
                id(ResourceType.TEST, name),
                name,
                Optional.of(id(ResourceType.MODEL, "orders")),
                Status.FAIL,
                OptionalLong.of(3),
                Optional.of(sample),
                Optional.of(verdict),
                Duration.ofMillis(10),
                "select 1",
                List.of());
    }

    static Span place() {
        String before = "\n".repeat(14) + "          - ";
        return new SourceFile("models/marts/marts.yml", before + "unique\n")
                .span(before.length(), before.length() + "unique".length());
    }

    /** Tells a report of a run from its start to its end. */
    static void tell(Report report, RunResult result) {
        report.on(new RunEvent.RunStarted(result.header(), planned(result)));
        for (NodeResult node : result.nodes()) {
            report.on(new RunEvent.NodeStarted(node.id(), node.name(), node.action()));
            report.on(new RunEvent.NodeFinished(node));
        }
        result.publications().forEach(cut -> report.on(new RunEvent.Published(cut, Duration.ofMillis(5))));
        report.on(new RunEvent.RunFinished(result));
    }

    private static List<RunEvent.Planned> planned(RunResult result) {
        return result.nodes().stream()
                .map(node -> new RunEvent.Planned(node.id(), node.name(), node.action(), Duration.ofSeconds(4)))
                .toList();
    }
}
