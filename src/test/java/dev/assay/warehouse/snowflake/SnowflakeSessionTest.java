package dev.assay.warehouse.snowflake;

import static dev.assay.warehouse.snowflake.SnowflakeCase.query;
import static dev.assay.warehouse.snowflake.SnowflakeCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SnowflakeSessionTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final Warehouse WAREHOUSE = SnowflakeCase.of(SERVER);

    @AutoClose
    private final Session session = SnowflakeCase.emptied(SERVER);

    @Test
    void valuesComePlain() {
        Rows rows = query(session, """
            select 1 as a, 1.50::number(9, 2) as b, 0.5::double as c, true as d, 'é''日本\\\\' as e, null as f,
              date '2024-02-29' as g, date '0001-01-01' as h, date '9999-12-31' as i,
              timestamp_ntz '2024-03-31 02:30:05.123456' as j, timestamp_tz '2024-01-02 03:04:05.25+02' as k,
              time '10:11:12' as l, 99999999999999999999999999999999999999::number(38, 0) as m
            """);
        assertEquals(
                Arrays.asList(
                        1L,
                        new BigDecimal("1.50"),
                        0.5,
                        true,
                        "é'日本\\",
                        null,
                        "2024-02-29",
                        "0001-01-01",
                        "9999-12-31",
                        "2024-03-31 02:30:05.123456",
                        "2024-01-02 01:04:05.25+00",
                        "10:11:12",
                        new BigDecimal("99999999999999999999999999999999999999")),
                rows.rows().getFirst());
        assertEquals("A", rows.columns().getFirst().name());
    }

    @Test
    void countsTheRowsThatAStatementTouches() {
        run(session, "create transient table dev.t (i integer)");
        assertEquals(3, session.execute(Statement.of("add", "insert into dev.t values (1), (2), (3)")));
        assertEquals(2, session.execute(Statement.of("change", "update dev.t set i = 7 where i < 3")));
        assertEquals(2, session.execute(Statement.of("remove", "delete from dev.t where i = 7")));
    }

    @Test
    void bindsValues() {
        Rows rows = session.query(Statement.of("ask", "select ? || ' & ' || ?, ?::integer, ?::integer")
                .with(Arrays.asList("it's", "\\\"so\"", null, 7L)));
        assertEquals(Arrays.asList("it's & \\\"so\"", null, 7L), rows.rows().getFirst());
    }

    @Test
    void namesAreStoredInUpperCaseUnlessTheyHaveToBeQuoted() {
        RelationName plain = RelationName.of("dev", "orders");
        RelationName strange = RelationName.of("dev", "it's a \"Name\".%ü");
        for (RelationName name : List.of(plain, strange)) {
            session.execute(WAREHOUSE
                    .wording()
                    .statement(
                            "make",
                            "create_table_as",
                            Map.of("relation", name, "select", SqlText.plain("select 1 as select_"))));
        }
        assertEquals(
                1, query(session, "select select_ from inventory.dev.orders").number());
        Existing existing = WAREHOUSE.existing(session, List.of("dev", "nothing"));
        assertEquals(List.of("dev"), List.copyOf(existing.schemas()));
        assertEquals(List.of(plain, strange), List.copyOf(existing.relations().keySet()));
        assertTrue(existing.contains(RelationName.of("DEV", "Orders")));
        assertTrue(existing.contains(new RelationName(java.util.Optional.of("inventory"), "dev", "orders")));
    }

    @Test
    void pointsIntoTheUsersSql() {
        SqlText model = SqlText.plain("select 'é日本' as name,\n  custmer_id\nfrom (select 1 as customer_id) as c");
        var statement = Statement.of("build", "create transient table dev.t as\n" + model.text())
                .around(model);
        var refused = assertThrows(WarehouseError.class, () -> session.execute(statement));
        assertEquals(WarehouseError.Kind.REFUSED, refused.kind());
        int inModel = statement.inBody(refused.offset().orElseThrow()).orElseThrow();
        assertTrue(model.text().startsWith("custmer_id", inModel), model.text().substring(inModel));
        List<String> words = refused.words().lines().toList();
        assertEquals("invalid identifier 'CUSTMER_ID'", words.get(1));
        assertTrue(words.get(2).matches("query id [0-9a-f-]{36}"), words.get(2));
    }

    @Test
    void aDefinitionCommitsByItself() {
        run(session, "create transient table dev.t (i integer)");
        session.begin();
        run(session, "insert into dev.t values (1)");
        run(session, "create transient table dev.u (i integer)");
        run(session, "insert into dev.t values (2)");
        session.rollback();
        assertEquals(1, query(session, "select count(*) from dev.t").number());
        assertEquals(0, query(session, "select count(*) from dev.u").number());
    }

    @Test
    void dataAreAllOrNothing() {
        run(session, "create transient table dev.t as select 1 as i");
        session.begin();
        run(session, "insert overwrite into dev.t select 2");
        assertThrows(WarehouseError.class, () -> run(session, "insert into dev.t select 'x'::integer"));
        session.rollback();
        assertEquals(1, query(session, "select i from dev.t").number());
        session.begin();
        run(session, "insert overwrite into dev.t select 2");
        Session reader = WAREHOUSE.open();
        assertEquals(1, query(reader, "select i from dev.t").number());
        session.commit();
        assertEquals(2, query(reader, "select i from dev.t").number());
        reader.close();
    }

    @Test
    void swapTradesTwoTables() {
        run(session, "create transient table dev.a as select 1 as i");
        run(session, "create transient table dev.b as select 2 as i");
        run(session, "alter table inventory.dev.a swap with inventory.dev.b");
        assertEquals(2, query(session, "select i from dev.a").number());
        assertEquals(1, query(session, "select i from dev.b").number());
    }

    @Test
    void bigResultsComeInPieces() {
        SERVER.faults().chunks(1000);
        Rows rows = query(session, "select range as i, 'é' || range as name from range(25000) order by 1");
        SERVER.faults().chunks(Integer.MAX_VALUE);
        assertEquals(25_000, rows.rows().size());
        assertEquals(List.of(24_999L, "é24999"), rows.rows().getLast());
    }

    @Test
    void aSlowAnswerIsWaitedFor() {
        SERVER.faults().inProgressAfter(1);
        Rows rows = query(session, "select count(*) from range(3000000) as t where range % 7 = 1");
        SERVER.faults().inProgressAfter(500);
        assertEquals(428_572, rows.number());
    }

    @Test
    void aServiceThatIsNotThereForAMomentIsAskedAgain() {
        SERVER.faults().unavailable(1);
        assertEquals(1, query(session, "select 1").number());
    }

    @Test
    void whatRanIsNotRunAgainBecauseItsAnswerGotLost() {
        run(session, "create transient table dev.t (i integer)");
        SERVER.faults().drop(1);
        run(session, "insert into dev.t values (1)");
        assertEquals(1, query(session, "select count(*) from dev.t").number());
    }

    @Test
    void aTokenThatIsTooOldIsRenewed() {
        SERVER.faults().expire(1);
        assertEquals(1, query(session, "select 1").number());
        run(session, "use warehouse big");
    }

    @Test
    void anEndedSessionIsReplacedByOneOnTheSameWarehouseButNotWithinATransaction() {
        run(session, "create transient table dev.kept (i integer)");
        session.begin();
        run(session, "insert into dev.kept values (1)");
        SERVER.faults().breakAt("select 'last'");
        var refused = assertThrows(WarehouseError.class, () -> query(session, "select 'last'"));
        assertEquals(WarehouseError.Kind.TRANSIENT, refused.kind());
        assertEquals(Code.NO_CONNECTION, refused.code());
        assertThrows(WarehouseError.class, () -> run(session, "insert into dev.kept values (2)"));
        assertThrows(WarehouseError.class, session::commit);
        session.rollback();
        assertEquals(0, query(session, "select count(*) from dev.kept").number());
        assertEquals(
                "TRANSFORMING", query(session, "select current_warehouse()").value(0, 0));
    }

    @Test
    void anotherThreadMayCancel() throws InterruptedException {
        var running = CompletableFuture.supplyAsync(() -> assertThrows(
                WarehouseError.class,
                () -> query(
                        session,
                        "select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5")));
        while (!running.isDone()) {
            session.cancel();
            Thread.sleep(50);
        }
        assertEquals(WarehouseError.Kind.CANCELLED, running.join().kind());
        assertEquals(1, query(session, "select 1").number());
    }

    @Test
    void statementsSayWhatTheyAreFor() {
        session.about("run=4711 node=model.shop.orders");
        query(session, "select 'tagged'");
        String tag = SERVER.received().stream()
                .filter(sent -> sent.sql().equals("select 'tagged'"))
                .findFirst()
                .orElseThrow()
                .tag();
        assertEquals("assay run=4711 node=model.shop.orders", tag);
    }

    @Test
    void whatNobodyTranslatesIsRefused() {
        var refused = assertThrows(WarehouseError.class, () -> run(session, "create pipe p as copy into t from @s"));
        assertTrue(refused.words().contains("Unsupported feature"), refused.words());
    }

    @Test
    void aMergeThatWouldChangeARowTwiceIsRefused() {
        run(session, "create table merged as select 1 as id, 'a' as w union all select 2, 'b'");
        String merge =
                "merge into merged as m using (select %d as id, 'x' as w union all select 1, 'y') as s on m.id = s.id"
                    + " when matched then update set w = s.w when not matched then insert (id, w) values (s.id, s.w)";
        var refused = assertThrows(WarehouseError.class, () -> run(session, merge.formatted(1)));
        assertTrue(refused.words().startsWith("Duplicate row detected during DML action"), refused.words());
        assertEquals("a", query(session, "select w from merged where id = 1").value(0, 0));
        run(session, merge.formatted(3));
        assertEquals(3, query(session, "select count(*) from merged").number());
    }

    @Test
    void aTokenThatIsTooOldInTheMiddleOfATransactionIsRenewedAndNothingIsLost() {
        run(session, "create table moved as select 1 as n");
        session.begin();
        run(session, "insert into moved select 2");
        SERVER.faults().expire(1);
        run(session, "insert into moved select 3");
        session.commit();
        assertEquals(3, query(session, "select count(*) from moved").number());
    }

    /** A mistake of the stand-in's own must not look like a statement that takes long. */
    @Test
    void whatTheStandInStumblesOverIsAnswered() {
        var refused = assertThrows(WarehouseError.class, () -> query(session, "select [1, 2] as list"));
        assertTrue(refused.words().contains("Unsupported feature"), refused.words());
        assertEquals(1, query(session, "select 1").number());
    }
}
