package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.json.JsonReader;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSON lines, GitHub, and the page of a bug. */
class MachineFacesTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Clock clock = Clock.fixed(Runs.START, ZoneOffset.UTC);

    @Test
    void writesOneObjectALine() {
        var report = new JsonLinesReport(stream, clock);
        report.on(new RunEvent.NodeFinished(Runs.failed().nodes().get(3)));
        report.on(new RunEvent.Said(Diagnostic.Level.NOTE, "two\nlines"));
        report.on(new RunEvent.HookFinished("on-run-end-0", Status.SUCCESS, Duration.ofMillis(1500), List.of()));
        report.problems(List.of(Diagnostic.error(Code.UNKNOWN_REF, Runs.place(), "no model is called `b`")));
        assertEquals("""
            {"event":"node_finished","at":"2026-11-21T10:00:00Z","id":"model.shop.customer_value",\
            "name":"customer_value","action":"table","status":"skipped","why":"needs orders, which failed a test",\
            "rows":null,"relation":"dev.customer_value","seconds":0.0,"tests":[],"problems":[]}
            {"event":"said","at":"2026-11-21T10:00:00Z","level":"note","message":"two\\nlines"}
            {"event":"hook_finished","at":"2026-11-21T10:00:00Z","name":"on-run-end-0","status":"success",\
            "seconds":1.5,"problems":[]}
            {"event":"problem","at":"2026-11-21T10:00:00Z","problem":{"code":"unknown-ref","level":"error",\
            "headline":"no model is called `b`","place":{"file":"models/marts/marts.yml","line":15,"column":13,\
            "end_line":15,"end_column":19,"label":""},"others":[],"notes":[],"help":[]}}
            """, written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyEventOfARunIsJson() {
        var report = new JsonLinesReport(stream, clock);
        report.project(Runs.HEADER);
        report.step("Checked", "12 models", Duration.ZERO);
        Runs.tell(report, Runs.failed());
        report.bug(new BugPage(new AssayBug("no such node"), "0.1.0", "Java 25", "assay build", "the tracker"));
        List<String> events = written.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> (Map<?, ?>) JsonReader.readText("line", line))
                .map(line -> line.get("event").toString())
                .toList();
        assertEquals(List.of("project", "step", "run_started"), events.subList(0, 3));
        assertEquals(List.of("published", "run_finished", "bug"), events.subList(events.size() - 3, events.size()));
        assertTrue(written.toString(StandardCharsets.UTF_8)
                .contains("\"nodes\":{\"success\":2,\"fail\":1,\"skipped\":1},\"tests\":{\"passed\":5,\"failed\":1,"));
        assertTrue(written.toString(StandardCharsets.UTF_8)
                .contains("\"sample\":{\"columns\":[\"order_id\",\"rows\"],\"rows\":[[11,2]]}"));
    }

    @Test
    void foldsTheListAndMarksTheFilesOnGitHub() {
        var console = new ConsoleReport(Output.plain(stream), clock);
        var summary = new StringBuilder();
        Runs.tell(new GitHubReport(stream, console, summary::append), Runs.failed());
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(" Project shop, target dev (duckdb, shop.duckdb), 4 threads", lines.get(0));
        assertEquals("::group::assay build (shop, target dev): 4 nodes", lines.get(1));
        assertEquals("::endgroup::", lines.get(7));
        assertEquals(
                "::error file=models/marts/marts.yml,line=15,endLine=15,col=13,endColumn=19,title=test-failed::"
                        + "`unique_orders_order_id`: 3 values of orders.order_id occur more than once"
                        + "%0Asee the rows: assay show --test unique_orders_order_id --limit 50",
                lines.getLast());
        assertEquals("""
            ### assay build: `shop`, target `dev`

            Failed 1 test failure, 5 tests passed, 2 held, 2 published in 1.4s; retry with: assay retry

            Held orders, and so customer_value: readers still see generation 41 of both

            | problem | place |
            |---|---|
            | `unique_orders_order_id`: 3 values of orders.order_id occur more than once | `models/marts/marts.yml:15:13` |

            | node | status | tests |
            |---|---|---|
            | `orders` | fail | 3 tests passed, 1 failed |
            | `customer_value` | skipped: needs orders, which failed a test |  |

            """, summary.toString());
    }

    @Test
    void escapesWhatWouldEndACommandAndStopsAtTen() {
        var wild = Diagnostic.warning(Code.SELECTION_EMPTY, "100%\r\n::error::got you");
        var many = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> Diagnostic.error(Code.UNKNOWN_REF, "number " + i))
                .toList();
        assertEquals(
                List.of("::warning title=selection-empty::100%25%0D%0A::error::got you"), Annotation.of(List.of(wild)));
        assertEquals(10, Annotation.of(many).size());
    }

    @Test
    void aBugHasItsOwnPage() {
        var bug = new BugPage(new AssayBug("a plan without nodes"), "0.1.0", "Java 25", "assay build", "the tracker");
        String page = bug.draw(Palette.PLAIN);
        assertTrue(
                page.startsWith("bug: assay made a mistake: a plan without nodes\n\nThis is our mistake, not yours."));
        assertTrue(page.contains(
                "\n  version  0.1.0\n  runtime  Java 25\n  command  assay build\n\n  dev.assay.diagnostic.AssayBug:"));
        assertTrue(
                page.endsWith("\nhelp: tell us at the tracker with this page; look first that it holds no secret\n"));
        assertEquals("NullPointerException", new BugPage(new NullPointerException(), "", "", "", "").headline());
    }
}
