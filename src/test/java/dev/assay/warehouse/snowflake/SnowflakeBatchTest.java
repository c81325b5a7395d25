package dev.assay.warehouse.snowflake;

import static dev.assay.warehouse.snowflake.SnowflakeCase.query;
import static dev.assay.warehouse.snowflake.SnowflakeCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several statements in one request. */
class SnowflakeBatchTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    @AutoClose
    private final Session session = SnowflakeCase.emptied(SERVER);

    private static List<Statement> insertions(String... values) {
        return Arrays.stream(values)
                .map(value -> Statement.of("add " + value, "insert into dev.t\nselect " + value))
                .toList();
    }

    @Test
    void severalStatementsGoInOneRequestAndTheRefusedOneIsNamed() {
        run(session, "create table dev.t (n integer, word varchar)");
        int before = SERVER.received().size();
        session.executeAll(insertions("1, 'a;b'", "2, 'it''s -- no end'", "3, '\\\\'"));
        assertEquals(3, query(session, "select count(*) from dev.t").number());
        assertEquals(
                1,
                SERVER.received().subList(before, before + 3).stream()
                        .map(Received::request)
                        .distinct()
                        .count());

        List<Statement> refused = insertions("4, 'd'", "5, nosuch", "6, 'f'");
        var refusal = assertThrows(WarehouseError.class, () -> session.executeAll(refused));
        assertEquals(WarehouseError.Kind.REFUSED, refusal.kind());
        assertEquals(refused.get(1), refusal.statement().orElseThrow());
        assertEquals("insert into dev.t\nselect 5, ".length(), refusal.offset().orElseThrow());
        assertTrue(refusal.words().contains("\ninvalid identifier 'NOSUCH'\nquery id "), refusal.words());
        assertEquals(4, query(session, "select max(n) from dev.t").number());
    }

    @Test
    void aStatementMayEndInAComment() {
        run(session, "create table dev.t (n integer, word varchar)");
        session.executeAll(insertions("1, 'a' -- first", "2, 'b' -- second", "3, 'c' /* third */"));
        assertEquals(3, query(session, "select count(*) from dev.t").number());
        List<Statement> refused = insertions("4, 'd' -- fourth", "5, nosuch");
        var refusal = assertThrows(WarehouseError.class, () -> session.executeAll(refused));
        assertEquals(refused.get(1), refusal.statement().orElseThrow());
        assertEquals("insert into dev.t\nselect 5, ".length(), refusal.offset().orElseThrow());
    }

    @Test
    void aTransactionMayTakeSeveralRequestsOfSeveralStatements() {
        run(session, "create table dev.t (n integer, word varchar)");
        session.begin();
        session.executeAll(insertions("1, 'a'", "2, 'b'"));
        session.executeAll(insertions("3, 'c'", "4, 'd'"));
        session.rollback();
        assertEquals(0, query(session, "select count(*) from dev.t").number());
    }

    /** What a user wrote is one statement, whatever stands in it. */
    @Test
    void aSecondStatementIsRefusedBeforeTheFirstRuns() {
        run(session, "create table dev.t (n integer)");
        var refusal =
                assertThrows(WarehouseError.class, () -> run(session, "insert into dev.t select 1; drop table dev.t"));
        assertTrue(refusal.words().contains("did not match the desired statement count"), refusal.words());
        assertEquals(0, query(session, "select count(*) from dev.t").number());
    }
}
