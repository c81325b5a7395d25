package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import dev.assay.warehouse.kit.Ground;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's read-only transaction refuses what a select would write. */
class PostgresSelectTest {

    @ParameterizedTest
    @MethodSource("dev.assay.warehouse.postgres.PostgresGround#server")
    void aSelectThatWritesIsNamedAsSuch(Ground server) {
        try (Warehouse warehouse = server.connect();
                Session session = warehouse.open()) {
            run(session, "create schema read_only");
            run(session, "create table read_only.t as select 1 as n");
            run(session, "create sequence read_only.s");
            run(
                    session,
                    "create function read_only.f() returns int language sql as 'delete from read_only.t returning n'");
            for (String sql : List.of(
                    "with gone as (delete from read_only.t returning n) select n from gone",
                    "select 1 as n into read_only.other",
                    "select nextval('read_only.s')",
                    "select read_only.f()",
                    "select read_only.f(), set_config('transaction_read_only', 'off', true)",
                    "select n from read_only.t for update")) {
                var refusal = assertThrows(WarehouseError.class, () -> read(warehouse, session, sql), sql);
                assertEquals(Kind.NOT_A_QUERY, refusal.kind(), refusal::words);
            }
            assertEquals(1, read(warehouse, session, "table read_only.t"));
            run(session, "drop schema read_only cascade");
        }
    }

    private static long read(Warehouse warehouse, Session session, String sql) {
        return warehouse.read(session, Statement.of("read", sql)).number();
    }

    private static void run(Session session, String sql) {
        session.execute(Statement.of("prepare", sql));
    }
}
