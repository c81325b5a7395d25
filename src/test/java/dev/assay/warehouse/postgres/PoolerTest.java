package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection pooler before the server: one that keeps sessions works, one that does not is refused. */
class PoolerTest {

    private static final String ADVISORY_LOCKS = "select count(*) from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    private Path folder;

    @TempDir
    private Path pooler;

    @Test
    void aPoolThatKeepsSessionsWorks() {
        var shop = new PostgresShop(folder);
        try (var bouncer = PgBouncer.start(pooler, PostgresServer.shared(), "session")) {
            shop.profile("user: postgres", shop.database(), bouncer.port());
            shop.base(1).model("seen", "select v from ${ref(\"base\")}");
            shop.assay("build").ends(0);
            shop.base(2).assay("build").ends(0);
            assertEquals("2", shop.one("select v from dev.seen"));
            assertEquals("0", shop.one(ADVISORY_LOCKS));
        }
    }

    @Test
    void aPoolThatKeepsTransactionsOnlyIsRefusedAtTheStart() {
        var shop = new PostgresShop(folder).base(1);
        try (var bouncer = PgBouncer.start(pooler, PostgresServer.shared(), "transaction")) {
            shop.profile("user: postgres", shop.database(), bouncer.port());
            for (int i = 0; i < 3; i++) {
                String said = shop.assay("build").ends(3).err();
                assertTrue(said.contains("a connection pooler in transaction mode answers at"), said);
                assertTrue(said.contains("`pool_mode = session`"), said);
                assertEquals("0", shop.one(ADVISORY_LOCKS));
            }
        }
        assertEquals(List.of(), shop.rows("select nspname from pg_namespace where nspname like 'dev%'"));
        shop.profile("user: postgres").assay("build").ends(0);
    }
}
