package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions of others that have changed something on published relations, and are open while a cut is made. */
class OpenChangesTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;
    private String role;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder).base(1).model("seen", "select v from ${ref(\"base\")}");
        role = "reader_" + shop.database();
        shop.execute("create role " + role);
        shop.assay("build").ends(0);
        shop.base(2);
    }

    private Connection connect() throws SQLException {
        return PostgresServer.shared().connect(shop.database(), "postgres");
    }

    private CompletableFuture<Said> build() {
        return CompletableFuture.supplyAsync(() -> shop.assay("build"));
    }

    private void awaitOne(String query) throws InterruptedException {
        for (int i = 0; i < 800 && shop.one(query).equals("0"); i++) {
            Thread.sleep(25);
        }
    }

    private void says(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }

    /** A GRANT locks no relation, but nobody can rename that relation until its transaction has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"grant select on dev.base to %s", "grant select on dev.seen to %s"})
    void anUncommittedGrantMakesThePublicationWaitAndNotReaders(String grant) throws SQLException {
        shop.profile("user: postgres, publish_wait: 3");
        try (var other = connect();
                var statement = other.createStatement();
                var reader = connect()) {
            statement.execute("begin; " + grant.formatted(role));
            CompletableFuture<Said> building = build();
            long longest = 0;
            while (!building.isDone()) {
                long began = System.nanoTime();
                try (var reading = reader.createStatement()) {
                    reading.execute("select v from dev.seen");
                }
                longest = Math.max(longest, System.nanoTime() - began);
            }
            String said = building.join().ends(1).err();
            says("error[publication-blocked]", said);
            says("of role postgres, which changes rights or the definition of dev.", said);
            assertTrue(longest < 2_500_000_000L, "a reader waited " + longest / 1_000_000 + " ms");
            statement.execute("commit");
        }
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select v from dev.seen"));
    }

    @Test
    void aGrantThatIsCommittedMeanwhileIsKept() throws SQLException, InterruptedException {
        try (var other = connect();
                var statement = other.createStatement()) {
            statement.execute("begin; grant select on dev.base to " + role);
            CompletableFuture<Said> building = build();
            awaitOne("select count(*) from pg_stat_activity where datname = current_database()"
                    + " and wait_event = 'transactionid'");
            statement.execute("commit");
            building.join().ends(0);
        }
        assertEquals("2", shop.one("select v from dev.base"));
        assertEquals("t", shop.one("select has_table_privilege('" + role + "', 'dev.base', 'select')"));
    }

    /** The server shows the column to others only after the commit, so it would let a drop of the old table pass. */
    @Test
    void whatDependsOnAReplacedTableIsNotBroken() throws SQLException {
        try (var other = connect();
                var statement = other.createStatement()) {
            statement.execute("begin; create table public.holds (n int, o dev.base);"
                    + " insert into public.holds values (1, row(1))");
            says("is kept for now", shop.assay("build").ends(0).err());
            statement.execute("commit");
        }
        assertEquals("1|(1)", shop.one("select n, o from public.holds"));
        shop.base(3);
        says("needed by column public.holds.o", shop.assay("build").ends(0).err());
        assertEquals("1|(1)", shop.one("select n, o from public.holds"));
        shop.execute("drop table public.holds");
        shop.base(4).assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }

    /** It began after the old table was set aside, so it cannot need that table. */
    @Test
    void aYoungerTransactionKeepsNoLeftover() throws SQLException {
        try (var old = connect();
                var statement = old.createStatement()) {
            statement.execute("begin; create table public.mine (n int)");
            says("is kept for now", shop.assay("build").ends(0).err());
            statement.execute("commit; begin; create table public.younger (n int)");
            assertEquals(1, shop.leftovers().size());
            shop.base(3).assay("build").ends(0);
            // The one that was replaced now is kept, the earlier one is not.
            assertEquals(1, shop.leftovers().size());
            statement.execute("commit");
        }
        shop.base(4).assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }

    /** It may take long; readers of the published table go on. */
    @Test
    void aWorkerThatReadsACandidateMakesThePublicationWaitAndNotReaders() throws SQLException {
        String group = "[@config materialized=\"table\" publish_group=\"both\" /] ";
        shop.model("base", group + "select 2 as v")
                .model("late", group + "select 2 as v from (select pg_sleep(2)) as slept")
                .model("seen", TABLE + "select v from ${ref(\"base\")}, (select pg_sleep(7)) as slept");
        shop.profile("user: postgres, publish_wait: 1");
        try (var reader = connect()) {
            CompletableFuture<Said> building = build();
            long longest = 0;
            while (!building.isDone()) {
                long began = System.nanoTime();
                try (var reading = reader.createStatement()) {
                    reading.execute("select v from dev.base");
                }
                longest = Math.max(longest, System.nanoTime() - began);
            }
            building.join().ends(0);
            assertTrue(longest < 2_500_000_000L, "a reader waited " + longest / 1_000_000 + " ms");
        }
        assertEquals("2", shop.one("select v from dev.seen"));
    }

    /** A materialized view cannot be moved to another table, so a new plan publishes the table by difference. */
    @Test
    void aDependentThatIsMadeMeanwhileChangesThePlan() throws SQLException, InterruptedException {
        CompletableFuture<Said> building;
        try (var reading = connect();
                var statement = reading.createStatement()) {
            statement.execute("begin; lock table dev.base in access share mode");
            building = build();
            awaitOne("select count(*) from pg_stat_activity where datname = current_database()"
                    + " and wait_event = 'relation' and query like '%access exclusive%'");
            shop.execute("create materialized view public.kept as select v from dev.base");
            statement.execute("commit");
        }
        String said = building.join().ends(0).err();
        says("materialized view public.kept", said);
        says("was put on dev.base while the publication was made", said);
        says("published by difference instead of a swap: dev.base", said);
        assertEquals("2", shop.one("select v from dev.base"));
    }
}
