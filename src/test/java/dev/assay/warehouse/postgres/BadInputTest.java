package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users and servers get wrong: each has its message, and nothing is lost. */
class BadInputTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder).base(1);
    }

    private String refused(int exit) {
        var said = shop.assay("build").ends(exit);
        assertFalse(said.err().contains("Exception"), said::toString);
        assertFalse(said.err().contains("s3cret"), said::toString);
        return said.err();
    }

    private void says(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }

    @Test
    void aWrongPasswordAndNone() {
        String guarded = "guarded";
        try {
            shop.execute("create database guarded");
        } catch (IllegalStateException thereAlready) {
            assertTrue(thereAlready.getCause().getMessage().contains("already exists"));
        }
        String user = "user_" + shop.database();
        shop.execute("create role " + user + " login password 'right'", "grant create on database guarded to " + user);
        int port = PostgresServer.shared().port();
        shop.profile("user: " + user + ", password: s3cret", guarded, port);
        says("refused the login of `" + user + "`", refused(3));
        shop.profile("user: " + user, guarded, port);
        says("wants a password: set `password`", refused(3));
        shop.profile("user: " + user + ", pass: right", guarded, port);
        shop.assay("build").ends(0);
    }

    @Test
    void aWrongPlace() {
        shop.profile(
                "user: postgres, connect_timeout: 2",
                "nowhere",
                PostgresServer.shared().port());
        says("no database `nowhere` is at 127.0.0.1", refused(3));
        shop.profile("user: postgres, retries: 0", shop.database(), 1);
        says("no Postgres answers at 127.0.0.1:1: look at `host` and `port`", refused(3));
        String elsewhere = shop.read("profiles.yml").replace("127.0.0.1", "nowhere.invalid");
        shop.file("profiles.yml", elsewhere);
        says("nobody knows a host `nowhere.invalid`: look at `host`", refused(3));
        shop.profile("user: postgres, role: nobody_of_that_name");
        says("cannot take on the role `nobody_of_that_name`", refused(3));
        shop.profile("user: postgres, sslmode: require");
        says("do not agree on TLS: look at `sslmode`", refused(3));
        shop.profile("user: postgres, sslmode: perhaps");
        says("profiles.yml:4:", refused(2));
        for (int port : new int[] {99_999, 65_536, 0, -1}) {
            shop.profile("user: postgres", shop.database(), port);
            says("`port` in a postgres output has to be a port, a whole number from 1 to 65535", refused(2));
        }
        shop.profile("user: postgres, hots: x");
        says("hots", refused(2));
    }

    @Test
    void aWayToPublishThatIsAnothersOrForTablesOnly() {
        shop.model("base", "[@config materialized=\"table\" publish_by=\"overwrite\" /] select 1 as v");
        shop.model("seen", "[@config publish_by=\"difference\" /] select 1 as v");
        String said = shop.assay("build").ends(0).err();
        says("Postgres does not publish by `overwrite`: `auto` is taken", said);
        says("`difference` is for tables: that of view `seen` is left out", said);
    }

    @Test
    void aRoleThatMayOnlyReadAndASchemaOfOthers() {
        String reader = "only_" + shop.database();
        shop.execute("create role " + reader + " login");
        shop.profile("user: " + reader);
        says("permission denied for database", refused(1));
        shop.execute("create schema dev", "grant create on database " + shop.database() + " to " + reader);
        says("permission denied for schema dev", refused(1));
    }

    @Test
    void aNumberThatDoesNotFit() {
        shop.model("big", TABLE + "select\n  cast(v as smallint) * 40000::smallint as w from ${ref(\"base\")}");
        says("smallint out of range", refused(1));
        assertEquals("1", shop.one("select v from dev.base"));
    }

    @Test
    void namesAreAsTheyAreWrittenUpTo63Bytes() {
        String longest = "é".repeat(31) + "x";
        shop.file(
                "models/odd.sql",
                "[@config materialized=\"table\" alias=\"a \\\"b\\\" 100%\" /] select 1 as \"x.y\"\n");
        shop.file("models/long.sql", "[@config materialized=\"table\" alias=\"" + longest + "\" /] select 1 as v\n");
        shop.assay("build").ends(0);
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select \"x.y\" from dev.\"a \"\"b\"\" 100%\""));
        assertEquals("1", shop.one("select v from dev.\"" + longest + "\""));
        assertEquals(List.of(), shop.leftovers());
        shop.file("models/long.sql", "[@config materialized=\"table\" alias=\"" + longest + "y\" /] select 1 as v\n");
        says("is too long a name for Postgres", refused(2));
    }

    @Test
    void twoRunsOnOneEnvironmentTakeTurns() throws InterruptedException {
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(3)) as slept");
        var first = new Thread(() -> shop.assay("build").ends(0));
        first.start();
        awaitOne("select count(*) from pg_stat_activity where query like '%pg_sleep(3)%' and pid <> pg_backend_pid()"
                + " and datname = current_database()");
        var second = shop.assay("build", "--lease-wait", "0").ends(3);
        says("builds in `dev`", second.err());
        says("Postgres process", second.err());
        first.join();
        assertEquals("1", shop.one("select max(generation) from dev_quality.publications"));
    }

    /** The server has ended its session, and so another run could begin. */
    @Test
    void aRunThatLostItsEnvironment() throws InterruptedException, SQLException {
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(4)) as slept");
        String lock = "hashtextextended('assay run dev', 0)";
        String said = whileSleeping(
                3,
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and (classid::bigint << 32) | objid::bigint = " + lock,
                "select pg_advisory_lock(" + lock + ")");
        says("error[database-locked]: the run was broken off: ", said);
        says("builds in `dev`", said);
        says("nothing of this run is known to be published; what readers see: assay status", said);
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.slow"));
    }

    /** A server that is restarted by its people does that. */
    @Test
    void aRunWhoseSessionsAreAllEndedFindsNewOnes() throws InterruptedException, SQLException {
        shop.model("before", TABLE + "select 1 as v");
        shop.model("slow", TABLE + "select v from ${ref(\"before\")}, (select pg_sleep(2)) as slept");
        String said = whileSleeping(
                0,
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and datname = current_database()");
        says("3 published as generation 1", said);
        assertEquals("1", shop.one("select v from dev.slow"));
        assertEquals(List.of(), shop.leftovers());
    }

    /** What a build says that ends so, in whose midst somebody else does this; the session of that one lasts as long. */
    private String whileSleeping(int exit, String... deeds) throws InterruptedException, SQLException {
        var said = new AtomicReference<String>();
        var build = new Thread(() -> said.set(shop.assay("build").ends(exit).text()));
        try (var other = PostgresServer.shared().connect(shop.database(), "postgres");
                var statement = other.createStatement()) {
            build.start();
            awaitOne("select count(*) from pg_stat_activity where query like '%pg_sleep(_)%' and state = 'active'"
                    + " and pid <> pg_backend_pid() and datname = current_database()");
            for (String deed : deeds) {
                statement.execute(deed);
            }
            build.join();
        }
        return said.get();
    }

    private void awaitOne(String query) throws InterruptedException {
        for (int i = 0; i < 400 && shop.one(query).equals("0"); i++) {
            Thread.sleep(25);
        }
    }

    @Test
    void aStatementThatAnAdministratorEnds() throws InterruptedException {
        for (String deed : List.of("pg_cancel_backend", "pg_terminate_backend")) {
            shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(4)) as slept");
            var ends = new Thread(() -> {
                try {
                    String slow = " from pg_stat_activity where query like '%pg_sleep(4)%' and pid <> pg_backend_pid()"
                            + " and state = 'active' and datname = current_database()";
                    awaitOne("select count(*)" + slow);
                    shop.one("select " + deed + "(pid)" + slow);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            ends.start();
            var said = shop.assay("build");
            ends.join();
            if (deed.equals("pg_cancel_backend")) {
                says("somebody else cancelled it in the database", said.ends(1).err());
            } else {
                said.ends(0);
            }
        }
        assertEquals("1", shop.one("select v from dev.slow"));
    }

    @Test
    void valuesAtTheEdgesAreShownAsTheyAre() {
        shop.model(
                "edges",
                TABLE + "select date '0001-01-01' as a, date '9999-12-31' as b, timestamp 'infinity' as c,"
                        + " 'NaN'::float8 as d, 'NaN'::numeric as e, 1.50::numeric(10, 2) as f, true as g,"
                        + " '-infinity'::date as h, timestamptz '2024-05-06 07:08:09.5+02' as i");
        shop.assay("build").ends(0);
        String shown =
                shop.assay("show", "-s", "edges", "--output", "csv").ends(0).out();
        says("0001-01-01,9999-12-31,infinity,NaN,NaN,1.50,true,-infinity,2024-05-06 05:08:09.5+00", shown);
    }

    @Test
    void tablesAreAsWideAndTextsAsLongAsTheyMayBe() {
        String columns = IntStream.range(0, 1600).mapToObj(i -> i + " as c" + i).collect(Collectors.joining(", "));
        shop.model("wide", TABLE + "select " + columns);
        shop.model("long", TABLE + "select repeat('é', 8 * 1024 * 1024) as t");
        shop.assay("build").ends(0);
        assertEquals("1599", shop.one("select c1599 from dev.wide"));
        assertEquals("16777216", shop.one("select octet_length(t) from dev.long"));
        shop.model("wide", TABLE + "select " + columns + ", 1 as more");
        says("tables can have at most 1600 columns", refused(1));
        assertEquals("1599", shop.one("select c1599 from dev.wide"));
    }

    @Test
    void aFullDiskRefusesItsModelAndAFolderIsNoHost() {
        String small = "small_" + shop.database();
        shop.execute(
                "create role " + small + " login superuser",
                "alter role " + small + " set temp_file_limit = '64kB'",
                "alter role " + small + " set work_mem = '64kB'");
        shop.assay("build").ends(0);
        shop.profile("user: " + small).model("big", TABLE + "select i from generate_series(1, 90000) as i order by -i");
        says("temporary file size exceeds", refused(1));
        assertEquals("1", shop.one("select v from dev.base"));
        assertEquals(List.of(), shop.leftovers());
        shop.file("profiles.yml", """
            shop:
              target: dev
              outputs:
                dev: {type: postgres, host: /run/postgresql, schema: dev, user: u, dbname: d}
            """);
        says("name the host: localhost", refused(2));
    }

    /** Cut without a word, the registry's schema would be found by nobody again. */
    @Test
    void aSchemaWhoseRegistryWouldBeCutIsRefused() {
        String longest = "s".repeat(63);
        shop.file(
                "profiles.yml",
                "shop:\n  target: dev\n  outputs:\n    dev: {type: postgres, host: 127.0.0.1, port: "
                        + PostgresServer.shared().port() + ", dbname: " + shop.database() + ", schema: " + longest
                        + ", user: postgres}\n");
        shop.base(1);
        says("is too long a name for Postgres", refused(2));
        assertEquals("0", shop.one("select count(*) from pg_namespace where nspname like 'ssss%'"));
    }
}
