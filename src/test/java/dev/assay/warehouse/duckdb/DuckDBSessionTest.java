package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.query;
import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.ViewLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuckDBSessionTest {

    private final Warehouse warehouse = DuckDBCase.inMemory();
    private final Session session = warehouse.open();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void valuesComePlain() {
        Rows rows = query(session, """
            select 1::tinyint as a, 2::bigint as b, 1.50::decimal(9,2) as c, 0.5::double as d, true as e, 'x' as f,
              null as g, date '2024-02-29' as h, timestamp '2024-01-02 03:04:05' as i,
              timestamptz '2024-01-02 03:04:05.25+02' as j, 170141183460469231731687303715884105727::hugeint as k,
              [1, 2] as l, time '10:11:12' as m, 0.1::float as n
            """);
        assertEquals(
                Arrays.asList(
                        1L,
                        2L,
                        new BigDecimal("1.50"),
                        0.5,
                        true,
                        "x",
                        null,
                        "2024-02-29",
                        "2024-01-02 03:04:05",
                        "2024-01-02 01:04:05.25+00",
                        new BigDecimal("170141183460469231731687303715884105727"),
                        "[1, 2]",
                        "10:11:12",
                        0.1),
                rows.rows().getFirst());
        assertEquals(new Rows.Column("c", "DECIMAL(9,2)"), rows.columns().get(2));
    }

    /** Java's older calendar has no tenth of October 1582. */
    @Test
    void momentsOfTheDaysThatWereLeftOutComeAsTheyAre() {
        Rows rows = query(session, """
            select timestamp '1582-10-10 11:12:13.25', timestamp_s '1582-10-05 00:00:00', timestamp_ms '1582-10-14 23:59:59.5',
              timestamptz '1582-10-10 00:00:00+00', date '1582-10-10', timestamp '1582-10-04 00:00:00', null::timestamp,
              timestamp_ns '2024-01-02 03:04:05.123456789'
            """);
        assertEquals(
                Arrays.asList(
                        "1582-10-10 11:12:13.25",
                        "1582-10-05 00:00:00",
                        "1582-10-14 23:59:59.5",
                        "1582-10-10 00:00:00+00",
                        "1582-10-10",
                        "1582-10-04 00:00:00",
                        null,
                        "2024-01-02 03:04:05.123456789"),
                rows.rows().getFirst());
    }

    @Test
    void valuesThatJavaPrintsInAnotherWayComeAsDuckDBPrintsThem() {
        var wrong = new ArrayList<String>();
        for (String value : List.of(
                "time '24:00:00'",
                "time_ns '24:00:00'",
                "timetz '24:00:00+05:30'",
                "timetz '10:00:00.5+02'",
                "timetz '10:00:00+00'",
                "time '12:30:00'",
                "[time '24:00:00', null]",
                "{'t': time '24:00:00', 'd': date 'infinity', 'b': 'a\\xff'::blob}",
                "map {'a': timestamptz 'infinity'}",
                "union_value(k := timetz '24:00:00+00')",
                "date 'infinity'",
                "date '-infinity'",
                "date '5000-01-01 (BC)'",
                "date '200000-01-01'",
                "timestamp 'infinity'",
                "timestamp '-infinity'",
                "timestamp '200000-01-01 10:00:00'",
                "timestamp_s 'infinity'",
                "timestamp_ms '-infinity'",
                "timestamp_ns 'infinity'",
                "timestamptz '-infinity'",
                "'x\\x00\\xff\\x27'::blob",
                "['x'::blob]",
                "[1.50, null]",
                "[timestamp '2024-01-02 03:04:05']",
                "{'a': ['x, y', '']}")) {
            Rows rows =
                    query(session, "select " + value + " as v, 1 as n, 2 as n, cast(" + value + " as varchar) as p");
            List<Object> row = rows.rows().getFirst();
            if (!row.get(0).equals(row.get(3)) || !List.of(1L, 2L).equals(row.subList(1, 3))) {
                wrong.add(value + " is " + row);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                "24:00:00+00",
                session.query(Statement.of("look", "select timetz '24:00:00+00', cast(? as varchar)")
                                .with(List.of("x")))
                        .value(0, 0));
        session.begin();
        run(session, "create table kept as select [time '24:00:00'] as t");
        assertEquals(
                "['24:00:00']", query(session, "select t, t as u from kept").value(0, 1));
        session.commit();
        assertEquals(1L, query(session, "select count(*) from kept").value(0, 0));
    }

    @Test
    void countsTheRowsThatAStatementTouches() {
        run(session, "create table t as select range as i from range(5)");
        assertEquals(3, session.execute(Statement.of("add", "insert into t select * from range(3)")));
        assertEquals(4, session.execute(Statement.of("change", "update t set i = 7 where i < 2")));
        assertEquals(-1, session.execute(Statement.of("make", "create table u (i integer)")));
    }

    @Test
    void wordsArePlainWhateverTheKindOfError() {
        run(session, "create table t as select 'abc' as status");
        assertEquals("Parser Error: syntax error at or near \"selec\"", words("selec 1"));
        assertEquals("Parser Error: syntax error at end of input", words("select 1 +"));
        assertEquals(
                "Conversion Error: Could not convert string 'abc' to INT32 when casting from source column status",
                words("create table u as select status::integer from t"));
        assertEquals("Catalog Error: Table with name \"t\" already exists!", words("create table t (i integer)"));
        assertEquals("Invalid Input Error: say \"no\"", words("select error('say \"no\"')"));
        assertEquals(1, query(session, "select 1").number());
    }

    private String words(String sql) {
        return assertThrows(WarehouseError.class, () -> query(session, sql)).words();
    }

    @Test
    void aConflictIsWorthASecondTry() {
        Session other = warehouse.open();
        session.begin();
        other.begin();
        run(session, "create table t (i integer)");
        var refused = assertThrows(WarehouseError.class, () -> run(other, "create table t (i integer)"));
        assertEquals(WarehouseError.Kind.TRANSIENT, refused.kind());
        other.rollback();
        session.commit();
        assertEquals(0, query(other, "select count(*) from t").number());
    }

    @Test
    void sessionsThinkInUtc() {
        assertEquals(
                "UTC",
                query(warehouse.open(), "select current_setting('TimeZone')").value(0, 0));
    }

    /** The limit is named to users before they hit it, so up to there it has to hold. */
    @Test
    void bearsAsManyViewsOnEachOtherAsItSays() throws InterruptedException {
        int views = warehouse.facet(ViewLimits.class).orElseThrow().chain();
        var counted = new CompletableFuture<Long>();
        var thread = new Thread(
                null,
                () -> counted.completeAsync(() -> chain(views), Runnable::run),
                "chain",
                ViewLimits.stackBytes(warehouse));
        thread.start();
        thread.join();
        assertEquals(3, counted.join());
    }

    private long chain(int views) {
        run(session, "create table v0 as select range as i from range(3)");
        for (int n = 1; n <= views; n++) {
            run(session, "create view v" + n + " as with base as (select i from v" + (n - 1) + ") select i from base");
        }
        return query(session, "select count(*) from v" + views).number();
    }
}
