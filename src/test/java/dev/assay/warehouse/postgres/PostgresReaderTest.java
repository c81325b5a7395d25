package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers poll all that is published, and a stranger's view, while builds come and go: every other one fails a test, every
 * tenth is killed, and every tenth loses all its connections. Each row carries the number of its build; a bad row has a
 * negative one.
 *
 * <p>{@code -Dassay.builds=200} proves it, a few builds guard it.
 */
class PostgresReaderTest {

    private static final int BUILDS = Integer.getInteger("assay.builds", 12);
    private static final int READERS = 3;

    private static final String LOOK = """
        select
          (select min(v) from dev.base) as base_least, (select max(v) from dev.base) as base_most,
          (select min(v) from dev.shown) as shown_least, (select max(v) from dev.summed) as summed_most,
          (select max(v) from dev.lone) as lone, (select max(v) from strange.seen) as seen
        """;

    private static final String SESSIONS =
            "select count(*) from pg_stat_activity where application_name = 'assay' and datname = current_database()";

    @TempDir
    private Path folder;

    private PostgresShop shop;
    private int kills;

    private void write(int build) {
        String v = build % 2 == 1 ? "v" : "case when random() < 0.5 then -v else v end as v";
        shop.model("base", TABLE + "select " + build + " as v from generate_series(1, 2000)");
        shop.model("shown", "select v from ${ref(\"base\")}");
        shop.model("summed", TABLE + "select " + v + " from ${ref(\"shown\")}");
        shop.model("lone", TABLE + "select " + build + " as v");
    }

    private void begin() {
        shop = new PostgresShop(folder);
        shop.yaml("models: [{name: summed, columns: [{name: v, data_tests: [{not_negative: {}}]}]}]");
        shop.file(
                "tests/generic/not_negative.sql",
                "[#-- test not_negative(column_name) --]\nselect * from ${relation} where ${column_name} < 0\n");
        write(1);
        shop.assay("build").ends(0);
        shop.execute(
                "create schema strange",
                "create view strange.seen as select base.v from dev.base as base join dev.lone as lone on base.v ="
                        + " lone.v");
    }

    @Test
    void whatPassedIsSeenWholeAndWhatFailedNever() throws InterruptedException {
        begin();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        var looks = new AtomicLong();
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < READERS; i++) {
            var reader = new Thread(() -> read(wrong, looks), "reader-" + i);
            reader.start();
            readers.add(reader);
        }
        try {
            for (int build = 2; build <= BUILDS + 1; build++) {
                write(build);
                build(build);
            }
        } finally {
            readers.forEach(Thread::interrupt);
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertEquals(null, wrong.peek());
        assertTrue(looks.get() > BUILDS, () -> "readers looked only " + looks + " times");
        assertTrue(kills * 20 >= BUILDS, () -> "only " + kills + " builds were killed before their end");
        write(BUILDS * 2 + 1);
        shop.assay("build").ends(0);
        assertEquals(String.valueOf(BUILDS * 2 + 1), shop.one("select max(v) from strange.seen"));
        assertTrue(shop.leftovers().isEmpty(), () -> shop.leftovers().toString());
    }

    /** With {@code publish: all}, what readers see is all of one build. */
    private void build(int build) throws InterruptedException {
        switch (build % 10) {
            case 0 -> killed(build);
            case 5 -> cutOff(build);
            default -> shop.assay("build", "--publish", "all").ends(build % 2 == 1 ? 0 : 1);
        }
    }

    /** The process ends somewhere on its way, as the system ends it. It would have published. */
    private void killed(int build) throws InterruptedException {
        write(build + 1);
        // Enough rows that it takes a second.
        shop.model("base", TABLE + "select " + (build + 1) + " as v from generate_series(1, 400000)");
        Process running = shop.apart("build", "--publish", "all");
        while (running.isAlive() && shop.one(SESSIONS).equals("0")) {
            Thread.sleep(5);
        }
        Thread.sleep(build * 37L % 700L);
        int exit = running.destroyForcibly().waitFor();
        assertTrue(exit == 137 || exit == 0, () -> "the build ended with " + exit);
        kills += exit == 137 ? 1 : 0;
    }

    /** The server ends all its connections. */
    private void cutOff(int build) throws InterruptedException {
        var running = new Thread(() -> shop.assay("build", "--publish", "all"));
        running.start();
        Thread.sleep(150L + build * 37L % 900L);
        shop.one(SESSIONS.replace("count(*)", "count(pg_terminate_backend(pid))"));
        running.join();
    }

    private void read(Queue<String> wrong, AtomicLong looks) {
        try (var connection = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = connection.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
                try (var row = statement.executeQuery(LOOK)) {
                    row.next();
                    long v = row.getLong("lone");
                    for (int i = 1; i <= 6; i++) {
                        if (row.getLong(i) != v || v < 0) {
                            wrong.add(row.getMetaData().getColumnLabel(i) + " is " + row.getLong(i) + " beside " + v);
                        }
                    }
                    looks.incrementAndGet();
                }
                Thread.sleep(3);
            }
        } catch (SQLException refused) {
            wrong.add("a reader was refused: " + refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
