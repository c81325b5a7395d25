package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticDrawingTest {

    @Test
    void drawsAnUnknownRef() {
        Span place = span("models/marts/orders.sql", 7, "from ${ref(\"stg_order\")} as o", "${ref(\"stg_order\")}");
        assertDrawn(
                """
                error[unknown-ref]: no model, seed or snapshot is called `stg_order`
                  --> models/marts/orders.sql:7:6
                   |
                 7 | from ${ref("stg_order")} as o
                   |      ^^^^^^^^^^^^^^^^^^^
                   |
                help: a similar name exists: `stg_orders` (models/staging/stg_orders.sql)
                """,
                Diagnostic.error(Code.UNKNOWN_REF, place, "no model, seed or snapshot is called `stg_order`")
                        .help("a similar name exists: `stg_orders` (models/staging/stg_orders.sql)"));
    }

    @Test
    void drawsRefusedSql() {
        Span place = span(
                "models/marts/orders.sql", 4, "  [@money.cents col=\"amount\" /] as amount, custmer_id", "custmer_id");
        assertDrawn(
                """
                error[sql-refused]: DuckDB refused the SQL of model `orders`
                  --> models/marts/orders.sql:4:44
                   |
                 4 |   [@money.cents col="amount" /] as amount, custmer_id
                   |                                            ^^^^^^^^^^
                   |
                note: DuckDB says: Binder Error: Referenced column "custmer_id" not found in FROM clause!
                note: compiled to target/compiled/shop/marts/orders.sql:4:19
                """,
                Diagnostic.error(Code.SQL_REFUSED, place, "DuckDB refused the SQL of model `orders`")
                        .note("DuckDB says: Binder Error: Referenced column \"custmer_id\" not found in FROM clause!")
                        .note("compiled to target/compiled/shop/marts/orders.sql:4:19"));
    }

    @Test
    void drawsEveryEdgeOfACircle() {
        Span first = span("models/marts/orders.sql", 7, "from ${ref('order_items')}", "${ref('order_items')}");
        Span second =
                span("models/marts/order_items.sql", 4, "join ${ref('refunds')} using (order_id)", "${ref('refunds')}");
        Span third = span(
                "models/marts/refunds.sql", 109, "left join ${ref('orders')} using (order_id)", "${ref('orders')}");
        assertDrawn(
                """
                error[circle]: 3 models need each other
                   --> models/marts/orders.sql:7:6
                    |
                  7 | from ${ref('order_items')}
                    |      ^^^^^^^^^^^^^^^^^^^^^ `orders` needs `order_items`
                    |
                   ::: models/marts/order_items.sql:4:6
                    |
                  4 | join ${ref('refunds')} using (order_id)
                    |      ----------------- `order_items` needs `refunds`
                    |
                   ::: models/marts/refunds.sql:109:11
                    |
                109 | left join ${ref('orders')} using (order_id)
                    |           ---------------- `refunds` needs `orders`, closing the circle
                    |
                note: orders -> order_items -> refunds -> orders
                """,
                Diagnostic.error(Code.CIRCLE, first, "3 models need each other")
                        .label("`orders` needs `order_items`")
                        .other(second, "`order_items` needs `refunds`")
                        .other(third, "`refunds` needs `orders`, closing the circle")
                        .note("orders -> order_items -> refunds -> orders"));
    }

    @Test
    void drawsAFailingTestWithItsRows() {
        Span place = span("models/marts/marts.yml", 15, "          - unique", "unique");
        var sample = new Rows(
                List.of(new Rows.Column("order_id", "BIGINT"), new Rows.Column("rows", "BIGINT")),
                List.of(List.of(11L, 2L)));
        String drawn = DiagnosticDrawing.PLAIN.draw(
                Diagnostic.error(
                                Code.TEST_FAILED,
                                place,
                                "`unique_orders_order_id`: 3 values of orders.order_id occur more than once")
                        .help("see the rows: assay show --test unique_orders_order_id --limit 50"),
                Optional.of(sample));
        assertEquals("""
            fail[test]: `unique_orders_order_id`: 3 values of orders.order_id occur more than once
              --> models/marts/marts.yml:15:13
               |
            15 |           - unique
               |             ^^^^^^
               |  order_id | rows
               |        11 |    2
            help: see the rows: assay show --test unique_orders_order_id --limit 50
            """, drawn);
    }

    @Test
    void showsTenRowsAndSaysHowManyMore() {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < 12; i++) {
            var row = new ArrayList<Object>();
            row.add(i == 0 ? null : "x".repeat(60));
            rows.add(row);
        }
        String drawn = DiagnosticDrawing.PLAIN.draw(
                Diagnostic.warning(Code.TEST_FAILED, "`wide`: 12 rows"),
                Optional.of(new Rows(List.of(new Rows.Column("name", "VARCHAR")), rows)));
        String cut = "   |  " + "x".repeat(20) + "…" + "x".repeat(19) + "\n";
        assertEquals(
                "warn[test]: `wide`: 12 rows\n   |  name\n   |  null\n" + cut.repeat(9) + "   |  and more\n", drawn);
    }

    @Test
    void countsColumnsAsATerminalDoes() {
        Span place = span("models/a.sql", 1, "\t'日本' as n, \tcustmer_id -- x", "custmer_id");
        assertDrawn(
                """
                warning[missing-column]: no such column
                  --> models/a.sql:1:14
                   |
                 1 |     '日本' as n,     custmer_id -- x
                   |                      ^^^^^^^^^^ of orders
                """,
                Diagnostic.warning(Code.MISSING_COLUMN, "no such column")
                        .at(place)
                        .label("of orders"));
    }

    @Test
    void drawsTheFirstOfSeveralLines() {
        var file = new SourceFile("models/a.sql", "select 1\r\n  from (\r\n    b\r\n  )\r\n");
        assertDrawn("""
            error[template-syntax]: this is never closed
              --> models/a.sql:2:8
               |
             2 |   from (
               |        ^
            """, Diagnostic.error(Code.TEMPLATE_SYNTAX, file.span(17, 30), "this is never closed"));
    }

    @Test
    void pointsAtTheEndOfAFileAndAtNothing() {
        var file = new SourceFile("models/a.sql", "select");
        assertDrawn("""
            error[template-syntax]: more is wanted here
              --> models/a.sql:1:7
               |
             1 | select
               |       ^
            """, Diagnostic.error(Code.TEMPLATE_SYNTAX, file.span(6, 6), "more is wanted here"));
        assertDrawn(
                """
                error[file-unreadable]: an empty file
                  --> models/b.sql
                """, Diagnostic.error(Code.FILE_UNREADABLE, new SourceFile("models/b.sql", "").top(), "an empty file"));
    }

    @Test
    void showsAWindowOfALongLine() {
        Span place = span("models/a.sql", 3, "a".repeat(300) + " wrong " + "b".repeat(300), "wrong");
        String drawn = new DiagnosticDrawing(Palette.PLAIN, 40)
                .draw(Diagnostic.error(Code.UNDEFINED_NAME, place, "`wrong` is not defined"));
        assertEquals("""
            error[undefined-name]: `wrong` is not defined
              --> models/a.sql:3:302
               |
             3 | …aaaaaaaaaaaaaaaaaa wrong bbbbbbbbbbbbb…
               |                     ^^^^^
            """, drawn);
    }

    @Test
    void indentsNotesOfSeveralLinesAndLetsNothingReachTheTerminal() {
        assertDrawn(
                """
                error[no-connection]: the warehouse does not answer\uFFFD[31m
                note: it says: one
                      two
                help: look at it
                """,
                Diagnostic.error(Code.NO_CONNECTION, "the warehouse does not answer\u001b[31m")
                        .note("it says: one\ntwo\n")
                        .help("look at it"));
    }

    @Test
    void coloursByMeaning() {
        Span place = span("models/a.sql", 1, "select x", "x");
        String drawn = new DiagnosticDrawing(Palette.ANSI, 80)
                .draw(Diagnostic.error(Code.MISSING_COLUMN, place, "no such column")
                        .help("name another"));
        assertEquals("""
            <1;31m>error[missing-column]<0m><1m>: no such column<0m>
              <36m>--><0m> <36m>models/a.sql:1:8<0m>
            <36m>   |<0m>
            <36m> 1 |<0m> select x
            <36m>   |<0m>        <1;31m>^<0m>
            <36m>   |<0m>
            <36m>help<0m>: name another
            """, drawn.replaceAll("\u001b\\[([0-9;]*m)", "<$1>"));
    }

    private static void assertDrawn(String expected, Diagnostic problem) {
        assertEquals(expected, DiagnosticDrawing.PLAIN.draw(problem));
    }

    /** A piece of a line in a file whose other lines are of no matter. */
    private static Span span(String path, int line, String text, String piece) {
        String before = "-- x\n".repeat(line - 1);
        int start = before.length() + text.indexOf(piece);
        return new SourceFile(path, before + text + "\n").span(start, start + piece.length());
    }
}
