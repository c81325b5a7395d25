package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server ends without a word, or the client does: readers have what they had, and the next build succeeds. */
class CrashTest {

    @TempDir
    private Path folder;

    private static void awaitOne(PostgresShop shop, String query) throws InterruptedException {
        for (int i = 0; i < 400 && shop.one(query).equals("0"); i++) {
            Thread.sleep(25);
        }
    }

    private static String running(String words) {
        return "select count(*) from pg_stat_activity where query like '%" + words
                + "%' and pid <> pg_backend_pid() and state = 'active' and datname = current_database()";
    }

    @Test
    void theServerCrashesInTheMiddleOfAStatementAndOfACut() throws InterruptedException {
        var server = PostgresServer.start();
        var shop = new PostgresShop(folder, server);
        shop.profile("user: postgres, connect_timeout: 2");
        shop.base(1);
        shop.assay("build").ends(0);
        shop.base(2);
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(20)) as slept");
        crash(server, shop, "pg_sleep(20)");
        assertEquals("1", shop.one("select v from dev.base"));

        // The cut waits for its lock behind a reader: the server crashes there.
        shop.model("slow", TABLE + "select 1 as v");
        var reader = new Thread(() -> {
            try {
                shop.execute("begin; select v, pg_sleep(20) from dev.base");
            } catch (IllegalStateException crashed) {
                assertFalse(crashed.getMessage().isEmpty());
            }
        });
        reader.start();
        awaitOne(shop, running("from dev.base"));
        crash(server, shop, "lock table");
        reader.join();
        assertEquals("1", shop.one("select v from dev.base"));
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
        assertEquals(List.of(), shop.leftovers());
        server.crash();
    }

    private static void crash(PostgresServer server, PostgresShop shop, String when) throws InterruptedException {
        var said = new ArrayList<Said>();
        var build = new Thread(() -> said.add(shop.assay("build")));
        build.start();
        awaitOne(shop, running(when));
        server.crash();
        build.join();
        assertFalse(said.getFirst().exit() == 0 || said.getFirst().exit() == 70, () -> said.toString());
        assertFalse(said.getFirst().err().contains("Exception"), () -> said.toString());
        server.go();
    }

    @Test
    void aKilledBuildIsOverOnTheServerToo() throws Exception {
        var shop = new PostgresShop(folder).base(1);
        shop.assay("build").ends(0);
        shop.base(2);
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(3)) as slept");
        Process build = shop.apart("build");
        awaitOne(shop, running("pg_sleep(3)"));
        build.destroyForcibly().waitFor();
        shop.model("slow", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
        Thread.sleep(3000);
        assertEquals(List.of(), shop.leftovers());
    }
}
