package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server ends the session that holds a run's environment, and another run comes and goes before the first one notices.
 *
 * <p>{@code -Dassay.tries=5} repeats it.
 */
class LostLeaseTest {

    private static final int TRIES = Integer.getInteger("assay.tries", 1);

    private static final String HOLDER = " from pg_locks where locktype = 'advisory' and granted and"
            + " (classid::bigint << 32) | objid::bigint = hashtextextended('assay run dev', 0)"
            + " and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    private Path folder;

    private static PostgresShop write(PostgresShop shop, Object sleep) {
        shop.model("t", TABLE + "select ${var('g', 1)}::int as g from (select pg_sleep(" + sleep + ")) as slept");
        shop.model("u", TABLE + "select ${var('g', 1)}::int as g");
        shop.file(
                "tests/generic/below.sql",
                "[#-- test below(column_name) --]\nselect * from ${relation} where ${column_name} >= 1000\n");
        return shop.yaml("models: [{name: t, columns: [{name: g, data_tests: [{below: {}}]}]}]");
    }

    @Test
    void theFailedCandidateOfAnotherRunIsNeverPublished() throws Exception {
        for (int i = 1; i <= TRIES; i++) {
            var shop = new PostgresShop(folder.resolve("try" + i));
            var other = write(shop.beside(folder.resolve("other" + i)), 0);
            try (var network = new NetworkProxy(PostgresServer.shared().port())) {
                shop.profile("user: postgres, connect_timeout: 60", shop.database(), network.port());
                write(shop, 0).assay("build").ends(0);
                write(shop, 1.5);
                var first = new AtomicReference<Said>();
                var run = new Thread(() -> first.set(shop.assay("build", "--vars", "{g: 2}")));
                run.start();
                await(
                        shop,
                        "select count(*) from pg_stat_activity where query like '%pg_sleep(1.5)%'"
                                + " and state = 'active' and pid <> pg_backend_pid() and datname = current_database()");
                network.letNewClientsWait(true);
                shop.one("select pg_terminate_backend(pid)" + HOLDER);
                String second =
                        other.assay("build", "--vars", "{g: 1001}").ends(1).text();
                assertTrue(second.contains("1 test failure, 1 held, 1 published"), second);
                network.letNewClientsWait(false);
                run.join();
                String said = first.get().ends(3).text();
                assertTrue(said.contains("error[database-locked]: the run was broken off: another run"), said);
                assertTrue(said.contains("nothing of this run is known to be published"), said);
            }
            assertEquals("1|1001", shop.one("select t.g, u.g from dev.t, dev.u"));
            other.assay("build").ends(0);
            assertEquals(List.of(), shop.leftovers());
        }
    }

    /** A worker that lost its connection must not write into what another run builds. */
    @Test
    void aWorkerThatComesBackLateBuildsNothing() throws Exception {
        var shop = new PostgresShop(folder.resolve("own"));
        var other = write(shop.beside(folder.resolve("other")), 0);
        try (var network = new NetworkProxy(PostgresServer.shared().port())) {
            shop.profile("user: postgres, connect_timeout: 60", shop.database(), network.port());
            write(shop, 20);
            var first = new AtomicReference<Said>();
            var run = new Thread(() -> first.set(shop.assay("build", "--vars", "{g: 2}")));
            run.start();
            await(
                    shop,
                    "select count(*) from pg_stat_activity where query like '%pg_sleep(20)%'"
                            + " and state = 'active' and pid <> pg_backend_pid() and datname = current_database()");
            network.letNewClientsWait(true);
            shop.one("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'assay'"
                    + " and datname = current_database()");
            other.assay("build", "--vars", "{g: 1001}").ends(1);
            network.letNewClientsWait(false);
            run.join();
            first.get().ends(3);
        }
        assertEquals("1001", shop.one("select g from dev__assay_candidate.t"));
        assertEquals("1001", shop.one("select g from dev.u"));
    }

    private static void await(PostgresShop shop, String query) throws InterruptedException {
        for (int i = 0; i < 400 && shop.one(query).equals("0"); i++) {
            Thread.sleep(25);
        }
    }
}
