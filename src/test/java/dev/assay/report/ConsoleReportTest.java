package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceType;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Clock clock = Clock.fixed(Runs.START.plusMillis(3200), ZoneOffset.UTC);

    @Test
    void drawsAFailedBuildToTheLetter() {
        var report = new ConsoleReport(Output.plain(stream), clock);
        report.project(Runs.HEADER);
        report.step("Parsed", "41 files: 12 models, 2 seeds, 31 tests", Duration.ofMillis(200));
        report.step("Checked", "12 models: columns and types hold", Duration.ofMillis(100));
        Runs.tell(report, Runs.failed());
        assertWritten("""
             Project shop, target dev (duckdb, shop.duckdb), 4 threads
              Parsed 41 files: 12 models, 2 seeds, 31 tests                                0.2s
             Checked 12 models: columns and types hold                                     0.1s

                  OK seed  raw_orders               99 rows                                0.1s
                  OK view  stg_orders                           2 tests passed             0.1s
                FAIL table orders                   99 rows     3 tests passed, 1 failed   0.4s
                SKIP table customer_value           needs orders, which failed a test

            fail[test]: `unique_orders_order_id`: 3 values of orders.order_id occur more than once
              --> models/marts/marts.yml:15:13
               |
            15 |           - unique
               |             ^^^^^^
               |  order_id | rows
               |        11 |    2
            help: see the rows: assay show --test unique_orders_order_id --limit 50

              Held orders, and so customer_value: readers still see generation 41 of both
              Failed 1 test failure, 5 tests passed, 2 held, 2 published in 1.4s; retry with: assay retry
            """);
    }

    @Test
    void drawsAGoodBuild() {
        Runs.tell(new ConsoleReport(Output.plain(stream), clock), Runs.good());
        assertWritten("""
             Project shop, target dev (duckdb, shop.duckdb), 4 threads

                  OK seed  raw_orders        1,234,567 rows                                0.1s
                  OK view  stg_orders                           2 tests passed             0.1s

                Done 1 model, 1 seed, 2 tests passed, 2 published as generation 42 in 1.4s
            """);
    }

    @Test
    void pointsAtRefusedSqlInItsLineAndKeepsLongNamesApart() {
        List<NodeResult> nodes = List.of(
                Runs.refused("int_a_model_with_a_name_longer_than_the_terminal_allows"),
                Runs.node(
                        ResourceType.MODEL,
                        "fct_orders_by_customer_day",
                        "table",
                        Status.SUCCESS,
                        12_345_678,
                        65_000,
                        List.of()));
        Runs.tell(new ConsoleReport(Output.plain(stream), clock), Runs.run(nodes, List.of()));
        assertWritten("""
             Project shop, target dev (duckdb, shop.duckdb), 4 threads

               ERROR table int_a_model_with_a_name_longer_than_the_terminal_allows  sql-refused                  0.2s
                  OK table fct_orders_by_customer_day             12,345,678 rows                              1m 05s

            error[sql-refused]: DuckDB refused the SQL of model `int_a_model_with_a_name_longer_than_the_terminal_allows`
              --> models/marts/marts.yml:15:13
               |
            15 |           - unique
               |             ^^^^^^

              Held int_a_model_with_a_name_longer_than_the_terminal_allows: readers don't see it yet
              Failed 1 model error, 1 held in 1.4s; retry with: assay retry
            """);
    }

    @Test
    void drawsWhatIsNoNode() {
        var report = new ConsoleReport(Output.plain(stream), clock);
        var hook = new RunEvent.HookFinished("on-run-start-0", Status.SUCCESS, Duration.ofMillis(30), List.of());
        var warned = Runs.test("orders_match_payments", Status.WARN, 2, Optional.empty());
        report.on(hook);
        report.on(new RunEvent.Retried(
                Runs.id(ResourceType.MODEL, "orders"), 2, "the connection was lost", Duration.ofSeconds(2)));
        report.on(new RunEvent.Said(Diagnostic.Level.NOTE, "three days back"));
        report.on(new RunEvent.Said(Diagnostic.Level.WARNING, "no watermark\nto begin: \u001b[31massay run\n"));
        report.on(new RunEvent.TestFinished(warned));
        report.on(new RunEvent.RunFinished(new RunResult(
                Runs.HEADER,
                List.of(),
                List.of(warned),
                List.of(hook),
                List.of(),
                List.of(),
                List.of(),
                false,
                Runs.START.plusMillis(1400))));
        assertWritten("""
                  OK hook  on-run-start-0                                                  0.0s
               RETRY model orders                   the connection was lost; try 2 in 2.0s
                note three days back
                warn no watermark
                     to begin: �[31massay run
                WARN test  orders_match_payments    2 failures                             0.0s

            warn[test]: `orders_match_payments`: 2 failures

                Done 1 test warned in 1.4s
            """);
    }

    @Test
    void saysWhatAStoppedRunLeftUndone() {
        RunResult good = Runs.good();
        var stopped = new RunResult(
                good.header(),
                List.of(good.nodes().getFirst(), good.nodes().get(1).withStatus(Status.SKIPPED, "the run was stopped")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                good.finished());
        assertEquals(
                " Stopped 2 tests passed, 1 model skipped in 1.4s; retry with: assay retry",
                new SummaryLine(stopped).draw(Palette.PLAIN, line -> line));
    }

    @Test
    void namesGenerationsThatReadersSee() {
        NodeResult old = Runs.good().nodes().getFirst().withStatus(Status.HELD, "publish: none");
        NodeResult fresh = Runs.good().nodes().get(1).withStatus(Status.HELD, "publish: none");
        assertEquals(
                "  Held raw_orders, stg_orders (publish: none): readers see neither yet",
                HeldLine.of(Runs.run(List.of(old, fresh), List.of())).orElseThrow());
        assertEquals(
                "  Held raw_orders, stg_orders (publish: none): readers still see generation 7 of raw_orders, and not"
                        + " yet stg_orders",
                HeldLine.of(Runs.run(List.of(old.seenAs(OptionalLong.of(7)), fresh), List.of()))
                        .orElseThrow());
        assertTrue(HeldLine.of(Runs.good()).isEmpty());
    }

    @Test
    void keepsALineAtTheBottomOfATerminal() {
        var report = new ConsoleReport(new Output(stream, true, 80, Palette.PLAIN), clock);
        RunResult result = Runs.good();
        var planned = result.nodes().stream()
                .map(node -> new RunEvent.Planned(node.id(), node.name(), node.action(), Duration.ofSeconds(20)))
                .toList();
        report.on(new RunEvent.RunStarted(Runs.HEADER, planned));
        NodeResult seed = result.nodes().getFirst();
        report.on(new RunEvent.NodeStarted(seed.id(), seed.name(), "seed"));
        String state = "  [----------] 0 of 2, 3.2s, about 20s left";
        String live = "\r\u001b[K Running raw_orders" + " ".repeat(17) + state;
        assertTrue(written.toString(StandardCharsets.UTF_8).endsWith(live));
        written.reset();
        report.on(new RunEvent.NodeFinished(seed));
        assertEquals(
                "\r\u001b[K      OK seed  raw_orders        1,234,567 rows                          0.1s\n"
                        + " Running " + " ".repeat(27) + "  [#####-----] 1 of 2, 3.2s, about 20s left",
                written.toString(StandardCharsets.UTF_8));
        written.reset();
        report.tick();
        assertTrue(written.toString(StandardCharsets.UTF_8).startsWith("\r\u001b[K Running"));
        report.on(new RunEvent.RunFinished(result));
        assertTrue(written.toString(StandardCharsets.UTF_8).endsWith("in 1.4s\n"));
    }

    @Test
    void longLinesBreakBetweenWordsOnATerminal() {
        assertEquals(
                "  Held orders, and so\n         customers: readers\n         see neither yet",
                Glyphs.wrapped("  Held orders, and so customers: readers see neither yet", 28, 9));
        assertEquals("    Done a_word_without_end", Glyphs.wrapped("    Done a_word_without_end", 12, 9));
        Runs.tell(new ConsoleReport(new Output(stream, true, 60, Palette.PLAIN), clock), Runs.failed());
        String drawn = written.toString(StandardCharsets.UTF_8);
        assertTrue(drawn.endsWith("2 held, 2\n         published in 1.4s; retry with: assay retry\n"), drawn);
    }

    @Test
    void whatRunsForTheFirstTimeHasNoEstimate() {
        var nodes = Runs.good().nodes();
        var progress = new ProgressEstimate(
                List.of(
                        new RunEvent.Planned(nodes.get(0).id(), "a", "seed", Duration.ofMillis(500)),
                        new RunEvent.Planned(nodes.get(1).id(), "b", "view", Duration.ZERO)),
                4,
                Runs.START);
        progress.started(nodes.get(1).id(), "b", Runs.START);
        progress.finished(nodes.get(0).id());
        String line = new LiveLine(progress, Runs.START.plusMillis(1100)).draw(100);
        assertTrue(line.endsWith("1 of 2, 1.1s, no earlier run to compare"), line);
    }

    @Test
    void theLiveLineNeverTurnsTheCorner() {
        var planned = Runs.failed().nodes().stream()
                .map(node -> new RunEvent.Planned(node.id(), node.name(), node.action(), Duration.ZERO))
                .toList();
        var progress = new ProgressEstimate(planned, 4, Runs.START);
        planned.forEach(node -> progress.started(node.id(), node.name() + "_日本語", Runs.START));
        for (int width = 20; width < 120; width++) {
            assertTrue(Glyphs.width(new LiveLine(progress, clock.instant()).draw(width)) < width);
        }
    }

    @Test
    void isPlainWhereNobodyWatches() {
        assertEquals(
                new Output(stream, false, 80, Palette.PLAIN), Output.of(stream, false, OptionalInt.empty(), Map.of()));
        assertEquals(
                new Output(stream, true, 132, Palette.ANSI),
                Output.of(stream, true, OptionalInt.empty(), Map.of("COLUMNS", "132", "NO_COLOR", "")));
        assertEquals(
                new Output(stream, true, 100, Palette.PLAIN),
                Output.of(stream, true, OptionalInt.of(100), Map.of("NO_COLOR", "1")));
        assertEquals(
                new Output(stream, false, 100, Palette.PLAIN),
                Output.of(stream, true, OptionalInt.of(100), Map.of("TERM", "dumb")));
        Runs.tell(new ConsoleReport(Output.plain(stream), clock), Runs.failed());
        assertFalse(written.toString(StandardCharsets.UTF_8).contains("\u001b"));
    }

    @Test
    void coloursDoNotMoveColumns() {
        Runs.tell(new ConsoleReport(Output.plain(stream), clock), Runs.failed());
        String plain = written.toString(StandardCharsets.UTF_8);
        written.reset();
        Runs.tell(new ConsoleReport(new Output(stream, false, 80, Palette.ANSI), clock), Runs.failed());
        String coloured = written.toString(StandardCharsets.UTF_8);
        assertTrue(coloured.contains("\u001b[1;31m    FAIL\u001b[0m table orders"));
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void collectsTheProblemsOfAStage() {
        var early = Diagnostic.error(Code.UNKNOWN_REF, Runs.place(), "no model is called `b`");
        var nowhere = Diagnostic.warning(Code.SELECTION_EMPTY, "`+x` matches nothing");
        new ConsoleReport(Output.plain(stream), clock).problems(List.of(early, nowhere, early));
        assertWritten("""
            warning[selection-empty]: `+x` matches nothing

            error[unknown-ref]: no model is called `b`
              --> models/marts/marts.yml:15:13
               |
            15 |           - unique
               |             ^^^^^^

              Failed 1 error, 1 warning; what a code means: assay explain unknown-ref
            """);
    }

    @Test
    void quietSaysErrorsOnly() {
        Runs.tell(new QuietReport(Output.plain(stream)), Runs.good());
        assertWritten("");
        Runs.tell(new QuietReport(Output.plain(stream)), Runs.failed());
        assertTrue(written.toString(StandardCharsets.UTF_8).startsWith("fail[test]: `unique_orders_order_id`"));
        assertTrue(written.toString(StandardCharsets.UTF_8).endsWith("--limit 50\n"));
    }

    private void assertWritten(String expected) {
        assertEquals(expected, written.toString(StandardCharsets.UTF_8));
    }
}
