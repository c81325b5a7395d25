package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may not do something is told who lacks which right, and what to ask whom for; saying that to the server helps. */
class MissingRightsTest {

    private static final Pattern ASKED = Pattern.compile("ask for: (.+)");

    @TempDir
    private Path folder;

    private PostgresShop shop;
    private String ann;
    private String database;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        database = shop.database();
        ann = "ann_" + database;
        shop.base(1);
        shop.execute("create role " + ann + " login", "revoke create on schema public from public");
        shop.profile("user: " + ann);
    }

    /** What the message tells to ask for is asked for, and the message names who lacks it. */
    private void given(String who, String remedy) {
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains(who), said::toString);
        assertTrue(said.err().contains("ask for: " + remedy + "\n"), said::toString);
        assertFalse(said.err().contains("Exception"), said::toString);
        shop.execute(remedy);
    }

    @Test
    void aRightIsAskedForUntilAllAreThere() {
        shop.execute(
                "create schema dev",
                "create schema raw",
                "create table raw.\"odd name\" as select 1 as v",
                "create view raw.shown as select * from raw.\"odd name\"");
        shop.yaml("sources: [{name: raw, schema: raw, tables: [{name: odd name}, {name: shown}]}]");
        shop.model("base", TABLE + "select a.v from ${source(\"raw\", \"odd name\")} as a join raw.shown using (v)");
        var asked = new TreeSet<String>();
        for (var said = shop.assay("build"); said.exit() != 0; said = shop.assay("build")) {
            var line = ASKED.matcher(said.err());
            assertTrue(line.find() && asked.add(line.group(1)), said::toString);
            assertTrue(said.err().contains("user `" + ann + "` lacks a right on "), said::toString);
            shop.execute(line.group(1));
        }
        assertEquals(
                Set.of(
                        "grant create on database " + database + " to " + ann,
                        "grant usage on schema raw to " + ann,
                        "grant select on table raw.\"odd name\" to " + ann,
                        "grant select on raw.shown to " + ann,
                        "grant usage on schema dev to " + ann,
                        "grant create on schema dev to " + ann),
                asked);
    }

    @Test
    void aRoleThatIsTakenOnIsNamedWithWhoTookIt() {
        String builder = "builder_" + database;
        shop.execute("create role " + builder, "grant " + builder + " to " + ann);
        shop.profile("user: " + ann + ", role: " + builder);
        given(
                "role `" + builder + "`, which `" + ann + "` takes on, lacks a right on database",
                "grant create on database " + database + " to " + builder);
        shop.assay("build").ends(0);
    }

    /** The owner may have lost one right by a `revoke`; it has all others, and those on the candidate. */
    @Test
    void onlyWhatIsMissingIsAskedFor() {
        shop.execute("grant create on database " + database + " to " + ann);
        String table = "[@config materialized=\"table\" publish_by=\"difference\" /] select ";
        shop.model("base", table + "1 as v").assay("build").ends(0);
        shop.execute("revoke delete on dev.base from " + ann);
        shop.model("base", table + "2 as v");
        given("user `" + ann + "` lacks a right on table dev.base;", "grant delete on table dev.base to " + ann);
        String said = shop.assay("build").ends(0).err();
        assertFalse(said.contains("lacks a right"), said);
    }

    @Test
    void oneConnectionIsSaidToBeTooFew() {
        shop.execute(
                "grant create on database " + database + " to " + ann, "alter role " + ann + " connection limit 1");
        String said = shop.assay("build", "--threads", "1").err();
        assertTrue(said.contains("with one thread a run needs two"), said);
    }

    @Test
    void whatAnotherOneOwnsIsChangedByItsMembersOnly() {
        String bob = "bob_" + database;
        shop.profile("user: postgres").assay("build").ends(0);
        shop.profile("user: " + ann);
        shop.execute(
                "create role " + bob,
                "alter table dev.base owner to " + bob,
                "grant create on database " + database + " to " + ann,
                "grant usage, create on schema dev, dev_quality, dev__assay_candidate, dev__assay_retired, assay to "
                        + ann,
                "grant all on all tables in schema assay, dev_quality to " + ann);
        given(
                "dev.base belongs to role `" + bob + "`, of which `" + ann + "` is no member",
                "grant " + bob + " to " + ann);
        shop.execute(
                "revoke " + bob + " from " + ann,
                "alter table dev.base owner to " + bob,
                "grant " + ann + " to " + bob);
        given(
                "dev.base belongs to role `" + bob + "`, of which `" + ann + "` is no member",
                "alter table dev.base owner to " + ann);
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.base"));
    }

    @Test
    void schemasThatAreThereNeedNoRightToMakeThem() {
        for (String schema :
                new String[] {"assay", "dev", "dev_quality", "dev__assay_candidate", "dev__assay_retired"}) {
            shop.execute("create schema " + schema + " authorization " + ann);
        }
        shop.assay("build").ends(0);
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.base"));
    }

    @Test
    void whoMayNotEvenConnectIsToldSo() {
        shop.execute("revoke connect on database " + database + " from public");
        var said = shop.assay("build").ends(3);
        assertTrue(
                said.err().contains("refused the login of `" + ann + "`: ask for the right `connect`"), said::toString);
    }

    @Test
    void whereNobodyMayWriteItIsSaidWhy() {
        shop.execute("alter role " + ann + " set default_transaction_read_only = on");
        var said = shop.assay("build").ends(3);
        assertTrue(said.err().contains("lets nobody write: `default_transaction_read_only` is on"), said::toString);
        String remedy = "alter role " + ann + " set default_transaction_read_only = off";
        assertTrue(said.err().contains("ask for: " + remedy), said::toString);
        shop.execute(remedy, "alter database " + database + " set default_transaction_read_only = on");
        shop.execute("set default_transaction_read_only = off", "grant create on database " + database + " to " + ann);
        shop.assay("build").ends(0);
        shop.execute(
                "set default_transaction_read_only = off",
                "alter role " + ann + " reset default_transaction_read_only");
        said = shop.assay("build").ends(3);
        assertTrue(
                said.err().contains("ask for: alter database " + database + " set default_transaction_read_only = off"),
                said::toString);
    }

    @Test
    void aStandbyIsCalledSo() {
        PostgresServer server = PostgresServer.start();
        shop = new PostgresShop(folder, server).base(1);
        shop.assay("build").ends(0);
        server.becomeStandby();
        var said = shop.assay("build").ends(3);
        assertTrue(said.err().contains("is a standby: it can only be read"), said::toString);
        assertTrue(said.err().contains("name in `host` the server that it follows"), said::toString);
        shop.assay("test").ends(0);
        assertEquals("1", shop.one("select v from dev.base"));
    }

    @Test
    void keysAndTriggersOfOthersThatRefuseRowsAreNamed() {
        shop.profile("user: postgres");
        shop.model(
                "base",
                "[@config materialized=\"table\" indexes=[{\"columns\": [\"v\"], \"unique\": true}] /]"
                        + " select 1 as v");
        shop.assay("build").ends(0);
        shop.execute("create table public.pointing (v int constraint to_base references dev.base (v))");
        shop.execute("insert into public.pointing values (1)");
        shop.model(
                "base",
                "[@config materialized=\"table\" indexes=[{\"columns\": [\"v\"], \"unique\": true}] /]"
                        + " select 2 as v");
        var said = shop.assay("build").ends(1);
        assertTrue(
                said.err().contains("rows of `public.pointing` need those that go, by its key `to_base`"),
                said::toString);
        shop.execute(
                "drop table public.pointing",
                "create function public.no() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'not today'; end $$",
                "create trigger never before insert on dev.base for each row execute function public.no()");
        said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("not today"), said::toString);
        assertTrue(said.err().contains("a trigger that calls `no()` refuses what assay writes"), said::toString);
        assertEquals("1", shop.one("select v from dev.base"));
    }

    @Test
    void anOwnerWithoutTheRightsOfALockIsNamedAndHoldsNothingElse() {
        shop.execute("grant create on database " + database + " to " + ann);
        shop.model("beside", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        shop.execute("revoke insert, update, delete, truncate on dev.base from " + ann);
        shop.base(2).model("beside", TABLE + "select 2 as v");
        given(
                "dev.base cannot be locked: role `" + ann + "` has none of the rights update, delete, truncate on it",
                "grant insert, update, delete, truncate on dev.base to " + ann);
        assertEquals("1|2", shop.one("select a.v, b.v from dev.base a, dev.beside b"));
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
    }
}
