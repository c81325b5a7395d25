package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers that never leave a moment between them wait for one attempt of a cut at most, and none of them is ended.
 *
 * <p>{@code -Dassay.tables=150} is the case that was found.
 */
class LockBudgetTest {

    private static final int TABLES = Integer.getInteger("assay.tables", 30);
    private static final int BUDGET_MILLIS = 200;
    // What a loaded machine adds. Table by table, the waits of an attempt added up to seconds.
    private static final int SLACK_MILLIS = 800;

    @TempDir
    private Path folder;

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean over;

    private Thread reader(PostgresShop shop, String... statements) {
        var reader = new Thread(() -> {
            try (Connection connection = PostgresServer.shared().connect(shop.database(), "postgres");
                    var statement = connection.createStatement()) {
                while (!over) {
                    for (String sql : statements) {
                        long began = System.nanoTime();
                        statement.execute(sql);
                        longest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
                    }
                }
            } catch (SQLException ended) {
                refused.add(ended.getMessage());
            }
        });
        reader.start();
        return reader;
    }

    private void end(List<Thread> readers) throws InterruptedException {
        over = true;
        for (Thread reader : readers) {
            reader.join();
        }
        assertEquals(null, refused.peek());
    }

    @Test
    void noReaderWaitsLongerThanTheBudget() throws InterruptedException {
        var shop = new PostgresShop(folder);
        for (int i = 0; i < TABLES; i++) {
            shop.model("t" + i, TABLE + "select 1 as v");
        }
        shop.assay("build").ends(0);
        shop.profile("user: postgres, publish_wait: 4, publish_lock_budget: " + BUDGET_MILLIS);
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < TABLES; i += Math.max(1, TABLES / 25)) {
            readers.add(reader(shop, "select v, pg_sleep(0.085) from dev.t" + i));
        }
        var said = shop.assay("build");
        end(readers);
        if (Integer.getInteger("assay.tables") != null) {
            System.err.println(
                    "longest statement of a reader: " + longest.get() + " ms; the build ended with " + said.exit());
        }
        assertTrue(
                longest.get() <= 85 + BUDGET_MILLIS + SLACK_MILLIS,
                () -> "a reader took " + longest.get() + " ms: " + said);
        if (said.exit() != 0) {
            assertTrue(said.ends(1).err().contains("error[publication-blocked]"), said::toString);
            assertTrue(said.err().contains("at most " + BUDGET_MILLIS + " ms at a time"), said::toString);
            assertTrue(said.err().contains("`publish_by: difference`"), said::toString);
        }
    }

    /** Tables are locked in the order of their names, and these readers lock them in both orders. */
    @Test
    void noReaderOfTablesIsEndedByADeadlock() throws InterruptedException {
        var shop = new PostgresShop(folder);
        shop.model("a", TABLE + "select 1 as v").model("b", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        buildAmongReadersOfBoth(shop);
    }

    /** They read what no table of the cut is below of. */
    @Test
    void noReaderOfViewsIsEndedByADeadlock() throws InterruptedException {
        var shop = new PostgresShop(folder);
        shop.model("a", "select 1 as v").model("b", "select 1 as v");
        shop.assay("build").ends(0);
        shop.model("a", "select 2 as v").model("b", "select 2 as v");
        buildAmongReadersOfBoth(shop);
    }

    /** The one loses an index and stays itself, the other is replaced. */
    @Test
    void noReaderOfATableThatStaysItselfIsEndedByADeadlock() throws InterruptedException {
        var shop = new PostgresShop(folder);
        String indexed = "[@config materialized=\"table\" indexes=[{\"columns\": [\"v\"]}] /] select 1 as v";
        shop.model("a", indexed).model("b", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        shop.execute("create materialized view public.totals as select sum(v) as total from dev.a");
        shop.model("a", TABLE + "select 1 as v");
        buildAmongReadersOfBoth(shop);
    }

    private void buildAmongReadersOfBoth(PostgresShop shop) throws InterruptedException {
        shop.profile("user: postgres, publish_wait: 6");
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            String first = i % 2 == 0 ? "a" : "b";
            String second = i % 2 == 0 ? "b" : "a";
            readers.add(reader(
                    shop,
                    "begin",
                    "select v from dev." + first,
                    "select pg_sleep(0.2)",
                    "select v from dev." + second,
                    "commit"));
        }
        var said = shop.assay("build");
        end(readers);
        assertTrue(List.of(0, 1).contains(said.exit()), said::toString);
    }

    @Test
    void aPreparedTransactionThatHasALockIsNamed() throws InterruptedException {
        var server = PostgresServer.start();
        var shop = new PostgresShop(folder, server).base(1);
        shop.execute("alter system set max_prepared_transactions = 5");
        server.crash();
        server.go();
        shop.profile("user: postgres, publish_wait: 1");
        shop.assay("build").ends(0);
        shop.execute("begin; lock table dev.base in access share mode; prepare transaction 'forgotten'");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("prepared transaction forgotten"), said);
        shop.execute("rollback prepared 'forgotten'");
        shop.execute("begin; grant select on dev.base to public; prepare transaction 'rights'");
        said = shop.assay("retry").ends(1).err();
        assertTrue(said.contains("prepared transaction rights"), said);
        assertTrue(said.contains("which changes rights or the definition of dev.base"), said);
        shop.execute("rollback prepared 'rights'");
        shop.assay("retry").ends(0);
        server.crash();
    }
}
