package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others were allowed, or have put on a published table, is there after a cut too. */
class RightsTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;
    private String ann;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        ann = "ann_" + shop.database();
        shop.model("base", TABLE + "select 1 as v, 'a' as w");
        shop.assay("build").ends(0);
        shop.execute("create role " + ann + " login", "grant usage on schema dev to " + ann);
    }

    private String oid() {
        return shop.one("select 'dev.base'::regclass::oid");
    }

    @Test
    void aReaderNeverMeetsAMomentWithout() throws SQLException, InterruptedException {
        shop.execute("grant select on dev.base to " + ann);
        shop.model("base", "[@config materialized=\"table\" grants={\"select\": [\"" + ann + "\"]} /] select 1 as v");
        var over = new AtomicBoolean();
        var failures = new ArrayList<String>();
        var reads = new ArrayList<Integer>();
        var reader = new Thread(() -> {
            while (!over.get()) {
                try (var connection = PostgresServer.shared().connect(shop.database(), ann);
                        var statement = connection.createStatement();
                        var rows = statement.executeQuery("select v from dev.base")) {
                    rows.next();
                    reads.add(rows.getInt(1));
                } catch (SQLException refused) {
                    failures.add(refused.getMessage());
                }
            }
        });
        reader.start();
        for (int build = 0; build < 5; build++) {
            shop.assay("build").ends(0);
        }
        over.set(true);
        reader.join();
        assertEquals(List.of(), failures);
        assertTrue(reads.size() > 5, reads::toString);
    }

    /** Only its grantor can give it, so that taking the grantor's right away takes this one away too. */
    @ParameterizedTest
    @ValueSource(strings = {"select", "select (v)"})
    void aGrantByAnotherRoleKeepsItsGrantor(String privilege) {
        String bob = "bob_" + shop.database();
        shop.execute("create role " + bob, "grant " + privilege + " on dev.base to " + ann + " with grant option");
        shop.execute("set role " + ann + "; grant " + privilege + " on dev.base to " + bob);
        String before = oid();
        shop.model("base", TABLE + "select 2 as v, 'a' as w");
        String said = shop.assay("build").ends(0).err();
        assertTrue(said.contains("dev.base because of grant to " + bob + " by " + ann), said);
        assertEquals(before, oid());
        assertEquals("2", shop.one("select v from dev.base"));
        shop.execute("revoke " + privilege + " on dev.base from " + ann + " cascade");
        assertEquals("f", shop.one("select has_column_privilege('" + bob + "', 'dev.base', 'v', 'select')"));
        shop.assay("build").ends(0);
        assertNotEquals(before, oid());
    }

    @Test
    void aViewWithSuchAGrantIsNotMadeAnew() {
        String bob = "bob_" + shop.database();
        shop.model("vw", "select v, w from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        shop.execute("create role " + bob, "grant select on dev.vw to " + ann + " with grant option");
        shop.execute("set role " + ann + "; grant select on dev.vw to " + bob);
        shop.model("vw", "select v, w, 1 as more from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        shop.model("vw", "select w from ${ref(\"base\")}");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("grant to " + bob + " by " + ann), said);
        shop.execute("revoke select on dev.vw from " + ann + " cascade");
        shop.assay("retry").ends(0);
    }

    @Test
    void aGrantOnAColumnGoesAlongAsLongAsTheColumnIsThere() {
        shop.execute("grant select (v), update (w) on dev.base to " + ann);
        String before = oid();
        shop.model("base", TABLE + "select 'new' as n, 2 as v");
        shop.assay("build").ends(0);
        assertNotEquals(before, oid());
        assertEquals(
                "t|f",
                shop.one("select has_column_privilege('" + ann + "', 'dev.base', 'v', 'select'),"
                        + " has_column_privilege('" + ann + "', 'dev.base', 'n', 'select')"));
    }

    /** Default privileges are for new names: what has the name of another relation is as open as that one was. */
    @ParameterizedTest
    @ValueSource(strings = {"", "in schema dev"})
    void defaultPrivilegesDoNotUndoARevoke(String where) {
        shop.execute(
                "alter default privileges " + where + " grant select, update on tables to " + ann,
                "alter default privileges " + where + " grant insert on tables to public");
        shop.model("seen", "select v, w from ${ref(\"base\")}");
        shop.model("kind", TABLE + "select 1 as v");
        shop.model("fresh", TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        for (String name : List.of("base", "seen", "kind")) {
            shop.execute(
                    "revoke all on dev." + name + " from " + ann + ", public",
                    "grant update on dev." + name + " to " + ann);
        }
        for (int version = 2; version <= 3; version++) {
            shop.model("base", TABLE + "select " + version + " as v, 'a' as w");
            shop.model(
                    "seen", version == 2 ? "select w, v from ${ref(\"base\")}" : "select v, w from ${ref(\"base\")}");
            shop.model("kind", version == 2 ? "select 1 as v" : TABLE + "select 1 as v");
            shop.assay("build").ends(0);
            assertEquals(
                    List.of("base|UPDATE", "kind|UPDATE", "seen|UPDATE"),
                    shop.rows("select relname, privilege_type from pg_class, aclexplode(relacl)"
                            + " where relnamespace = 'dev'::regnamespace and relname in ('base', 'seen', 'kind')"
                            + " and grantee <> relowner order by 1, 2"));
        }
        assertEquals("t", shop.one("select has_table_privilege('" + ann + "', 'dev.fresh', 'select')"));
    }

    /** A hook's grant is no default privilege. */
    @Test
    void aGrantOfAHookIsKept() {
        shop.execute("alter default privileges grant update on tables to " + ann);
        shop.model(
                "base",
                "[@config materialized=\"table\" post_hook=\"grant select on ${this} to " + ann
                        + "\" /] select 1 as v");
        shop.assay("build").ends(0);
        assertEquals(
                "t|f",
                shop.one("select has_table_privilege('" + ann + "', 'dev.base', 'select')," + " has_table_privilege('"
                        + ann + "', 'dev.base', 'update')"));
    }

    @Test
    void whatAPrivilegeIsTheServersVersionSays() {
        shop.model("base", "[@config materialized=\"table\" grants={\"maintain\": [\"" + ann + "\"]} /] select 1 as v");
        if (!shop.hasServer(17)) {
            var said = shop.assay("build").ends(2);
            assertTrue(said.err().contains("no relation has a privilege `maintain`"), said::toString);
            return;
        }
        for (int build = 0; build < 2; build++) {
            shop.assay("build").ends(0);
            assertEquals("t", shop.one("select has_table_privilege('" + ann + "', 'dev.base', 'maintain')"));
        }
    }

    @Test
    void aTriggerMakesTheTableStayItself() {
        shop.execute(
                "create table dev.seen (v int)",
                "create function dev.see() returns trigger language plpgsql as"
                        + " $$ begin insert into dev.seen values (new.v); return new; end $$",
                "create trigger sees before insert on dev.base for each row execute function dev.see()");
        String before = oid();
        shop.model("base", TABLE + "select * from (values (1, 'a'), (2, 'b')) as t (v, w)");
        shop.assay("build").ends(0);
        assertEquals(before, oid());
        assertEquals(List.of("2"), shop.rows("select v from dev.seen"));
        shop.model("base", TABLE + "select 3 as other");
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("trigger dev.base.sees of role postgres stands on it"), said::toString);
        assertEquals("2", shop.one("select count(*) from dev.base"));
    }

    @Test
    void rowPoliciesStayAndHideNothingFromTheComparison() {
        shop.execute("grant create on schema dev to " + ann);
        shop.execute(
                "alter table dev.base enable row level security",
                "create policy few on dev.base using (v < 2)",
                "grant select on dev.base to " + ann);
        String before = oid();
        shop.model("base", TABLE + "select * from (values (1, 'a'), (2, 'b'), (3, 'c')) as t (v, w)");
        shop.assay("build").ends(0);
        shop.assay("build").ends(0);
        assertEquals(before + "|3", shop.one("select 'dev.base'::regclass::oid, count(*) from dev.base"));
        shop.execute("create view dev.seen as select * from dev.base", "alter view dev.seen owner to " + ann);
        assertEquals("1", shop.one("select count(*) from dev.seen"));
    }

    @Test
    void aPolicyThatHoldsItsOwnerTooRefusesTheComparisonRatherThanDoubleRows() {
        String owner = "owner_" + shop.database();
        shop.execute(
                "drop schema assay cascade",
                "create role " + owner + " login",
                "grant create on database " + shop.database() + " to " + owner,
                "grant " + owner + " to postgres");
        shop.file(
                "profiles.yml",
                "shop:\n  target: dev\n  outputs:\n    dev: {type: postgres, host: 127.0.0.1, port: "
                        + PostgresServer.shared().port() + ", dbname: " + shop.database() + ", schema: own, user: "
                        + owner + "}\n");
        shop.assay("build").ends(0);
        shop.execute(
                "alter table own.base enable row level security",
                "alter table own.base force row level security",
                "create policy few on own.base using (v < 2)");
        shop.model("base", TABLE + "select * from (values (1, 'a'), (2, 'b')) as t (v, w)");
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("row-level security"), said::toString);
        assertEquals("1", shop.one("select count(*) from own.base"));
    }
}
