package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader in the same process looks at all that is published while builds come and go, half of which fail a test. Each row
 * carries the number of its build; a bad row has a negative one.
 *
 * <p>{@code -Dassay.builds=200} proves it, a few builds guard it.
 */
class ReaderTest {

    private static final int BUILDS = Integer.getInteger("assay.builds", 10);

    /** Everything at once: one statement sees one moment. */
    private static final String LOOK = """
        select
          (select min(v) from dev.base) as base_least, (select max(v) from dev.base) as base_most,
          (select min(v) from dev.watched) as watched_least, (select max(v) from dev.watched) as watched_most,
          (select min(v) from dev.shown) as shown_least, (select max(v) from dev.shown) as shown_most,
          (select min(v) from dev.summed) as summed_least, (select max(v) from dev.summed) as summed_most,
          (select max(v) from dev.lone) as lone,
          (select count(*) from dev.summed where v < 0) + (select count(*) from dev.shown where v < 0)
            + (select count(*) from dev.watched where v < 0) as bad
        """;

    @TempDir
    private Path folder;

    private Shop shop;

    /** base (table) → watched (table, tested) → shown (view) → summed (table); lone (table) beside them. */
    private void write(int build) {
        boolean good = build % 2 == 1;
        boolean badView = build % 4 == 0;
        shop.model("base", TABLE + "select " + build + " as v from range(2000)");
        shop.model(
                "watched",
                TABLE
                        + (good || badView
                                ? "select v from"
                                : "select case when random() < 0.5 then -v else v end as v from")
                        + " ${ref(\"base\")}");
        // a view that finds fault with good rows: what is below it must not be seen through the old one
        shop.model("shown", "select " + (badView ? "-v as v" : "v") + " from ${ref(\"watched\")}");
        shop.model("summed", TABLE + "select v from ${ref(\"shown\")}");
        shop.model("lone", TABLE + "select " + build + " as v");
    }

    /** Which cuts a mode may show: {@code base}, {@code watched}, {@code shown}, {@code summed}, {@code lone}. */
    private void watch(String publish) throws InterruptedException {
        shop = new Shop(folder);
        shop.yaml("""
            models:
              - name: watched
                columns: [{name: v, data_tests: [{not_negative: {}}]}]
              - name: shown
                columns: [{name: v, data_tests: [{not_negative: {}}]}]
            """);
        shop.file(
                "tests/generic/not_negative.sql",
                "[#-- test not_negative(column_name) --]\nselect * from ${relation} where ${column_name} < 0\n");
        write(1);
        shop.assay("build").ends(0);
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        var looks = new AtomicLong();
        Thread reader = new Thread(() -> read(seen, looks, publish.equals("all")), "reader");
        reader.start();
        try {
            for (int build = 2; build <= BUILDS + 1; build++) {
                write(build);
                shop.assay("build", "--publish", publish).ends(build % 2 == 1 ? 0 : 1);
            }
        } finally {
            reader.interrupt();
            reader.join();
        }
        assertEquals(null, seen.peek());
        assertTrue(looks.get() > BUILDS, () -> "the reader looked only " + looks + " times");
        int last = BUILDS % 2 == 0 ? BUILDS + 1 : BUILDS;
        assertEquals(String.valueOf(last), shop.one("select max(v) from dev.summed"));
    }

    private void read(Queue<String> seen, AtomicLong looks, boolean together) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + shop.database());
                var statement = connection.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
                try (var row = statement.executeQuery(LOOK)) {
                    row.next();
                    check(row, seen, together);
                    looks.incrementAndGet();
                }
            }
        } catch (SQLException refused) {
            seen.add("a reader was refused: " + refused.getMessage());
        }
    }

    private static void check(java.sql.ResultSet row, Queue<String> seen, boolean together) throws SQLException {
        var line = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            line.append(row.getMetaData().getColumnLabel(i))
                    .append('=')
                    .append(row.getLong(i))
                    .append(' ');
        }
        long watched = row.getLong("watched_least");
        boolean whole = row.getLong("base_least") == row.getLong("base_most")
                && row.getLong("watched_most") == watched
                && row.getLong("shown_least") == watched
                && row.getLong("shown_most") == watched
                && row.getLong("summed_least") == watched
                && row.getLong("summed_most") == watched;
        if (row.getLong("bad") > 0 || watched % 2 == 0) {
            seen.add("a failing row: " + line);
        } else if (!whole) {
            seen.add("half a cut: " + line);
        } else if (row.getLong("base_least") != row.getLong("lone") || row.getLong("base_least") < watched) {
            seen.add("base and lone pass together, and never behind what rests on them: " + line);
        } else if (together && row.getLong("lone") != watched) {
            seen.add("old beside new: " + line);
        }
    }

    @Test
    void whatPassedIsSeenWholeAndWhatFailedNever() throws InterruptedException {
        watch("passing");
    }

    @Test
    void allIsNeverOldBesideNew() throws InterruptedException {
        watch("all");
    }
}
