package dev.assay.artifact;

import static dev.assay.artifact.Shop.CUSTOMERS;
import static dev.assay.artifact.Shop.ORDERS;
import static dev.assay.artifact.Shop.RAW;
import static dev.assay.artifact.Shop.REFUNDS;
import static dev.assay.artifact.Shop.SINGULAR;
import static dev.assay.artifact.Shop.SQL;
import static dev.assay.artifact.Shop.UNIQUE;
import static dev.assay.artifact.Shop.YAML;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent.HookFinished;
import dev.assay.result.RunHeader;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A run of the shop that went half well. */
final class ShopRun {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private ShopRun() {}

    static RunFacts facts() {
        return new RunFacts(
                "0.1.0",
                "run-1",
                START,
                START.plusSeconds(2),
                "duckdb",
                "dev",
                Map.of("select", List.of("orders+"), "threads", 4, "full_refresh", false),
                List.of(ORDERS, REFUNDS, UNIQUE),
                Map.of(ORDERS, "select 1", UNIQUE, "select 1 where false"),
                name -> '"' + name.schema() + "\".\"" + name.name() + '"');
    }

    static RunResult result() {
        var refused = Diagnostic.error(Code.SQL_REFUSED, SQL.span(7, 8), "DuckDB refused the SQL of model `refunds`")
                .note("DuckDB says: <no>\u0001");
        List<NodeResult> nodes = List.of(
                node(RAW, "seed", Status.SUCCESS, "", List.of(), List.of()),
                node(ORDERS, "table", Status.FAIL, "", List.of(unique()), List.of())
                        .seenAs(OptionalLong.of(41)),
                node(REFUNDS, "view", Status.ERROR, "", List.of(), List.of(refused)),
                node(CUSTOMERS, "table", Status.SKIPPED, "needs orders, which failed a test", List.of(), List.of()));
        var singular = new TestResult(
                SINGULAR,
                "orders",
                Optional.empty(),
                Status.WARN,
                OptionalLong.of(2),
                Optional.empty(),
                Optional.of(Diagnostic.warning(Code.TEST_FAILED, "`orders`: 2 rows")),
                Duration.ofMillis(7),
                "",
                List.of(ORDERS, REFUNDS));
        return new RunResult(
                new RunHeader("run-1", "build", "shop", "dev", "duckdb, shop.duckdb", "dev", 4, START),
                nodes,
                List.of(singular),
                List.of(new HookFinished("shop-on-run-start-0", Status.SUCCESS, Duration.ofMillis(3), List.of())),
                List.of(new Publication(42, Optional.empty(), List.of(RAW))),
                List.of(),
                List.of(),
                false,
                START.plusMillis(1400));
    }

    static Rows rows() {
        return new Rows(
                List.of(new Rows.Column("order_id", "BIGINT"), new Rows.Column("rows", "BIGINT")),
                List.of(List.of(11L, 2L)));
    }

    private static TestResult unique() {
        return new TestResult(
                UNIQUE,
                "unique_orders_order_id",
                Optional.of(ORDERS),
                Status.FAIL,
                OptionalLong.of(3),
                Optional.of(rows()),
                Optional.of(
                        Diagnostic.error(Code.TEST_FAILED, YAML.top(), "`unique_orders_order_id`: 3 values \"twice\"")),
                Duration.ofMillis(12),
                "select 1",
                List.of(ORDERS));
    }

    private static NodeResult node(
            ResourceId id,
            String action,
            Status status,
            String why,
            List<TestResult> tests,
            List<Diagnostic> problems) {
        String name = id.names().getLast();
        return new NodeResult(
                id,
                name,
                action,
                status,
                why,
                OptionalLong.of(99),
                Optional.of(RelationName.of("dev", name)),
                tests,
                problems,
                new NodeResult.Timing(START, START.plusMillis(250), 2, Duration.ofMillis(200), Duration.ofMillis(50)),
                "select 1",
                "",
                OptionalLong.empty());
    }
}
