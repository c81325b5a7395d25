package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What others put on a published table by hand is on the table that a swap puts in its place. */
class CarriedPropertiesTest {

    /** Each can be done by itself, and together with all others. */
    static final List<String> SETUPS = List.of(
            "create index on dev.t (w)",
            "create unique index odd on dev.t using btree (lower(w) desc) include (v) with (fillfactor = 70) where v >"
                    + " 0",
            "create index expressed on dev.t ((v * 2)); alter index dev.expressed alter column 1 set statistics 77",
            "comment on index dev.t_w_idx1 is 'by ann'",
            "alter table dev.t add constraint positive check (v > 0); comment on constraint positive on dev.t is"
                    + " 'it''s so'",
            "alter table dev.t add constraint loose check (v > 100) not valid",
            "alter table dev.t add constraint one unique (v, w) with (fillfactor = 60) deferrable initially deferred",
            "alter table dev.t add constraint t_pkey primary key (v)",
            "alter table dev.t add constraint apart exclude using btree (v with =)",
            "alter table dev.t alter w set default 'it''s ' || current_user, alter v set default 3",
            "alter table dev.t set (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false)",
            "alter table dev.t set unlogged",
            "alter table dev.t alter w set storage external, alter w set compression pglz, alter w set statistics 50",
            "alter table dev.t alter v set (n_distinct = -0.5, n_distinct_inherited = 5)",
            "create statistics dev.both (ndistinct, mcv) on v, w from dev.t; comment on statistics dev.both is 'both'",
            "create schema far; create statistics far.off on (v + 1), w from dev.t; alter statistics far.off set"
                    + " statistics 9",
            "alter table dev.t replica identity full",
            "create index clustering on dev.t (v); alter table dev.t cluster on clustering",
            "comment on table dev.t is 'it''s ours'; comment on column dev.t.w is 'words'",
            "grant select on dev.t to public; grant update (w) on dev.t to public");

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        build(1);
        shop.execute("create index t_w_idx1 on dev.t (w)");
    }

    private void build(int version) {
        shop.model("t", TABLE + "select " + version + " as v, 'a' as w union all select 7, 'b'");
        shop.assay("build").ends(0);
        assertEquals(List.of(version + "|a", "7|b"), shop.rows("select v, w from dev.t order by 1"));
    }

    private String oid() {
        return shop.one("select 'dev.t'::regclass::oid");
    }

    /** A swap leaves the catalog as it was, but for object ids, files and what counts rows. */
    private void requireASwapLosesNothing() {
        shop.execute("analyze dev.t");
        List<String> before = CatalogState.of(shop, "dev.t");
        for (int version = 2; version <= 3; version++) {
            String oid = oid();
            build(version);
            assertNotEquals(oid, oid());
            assertEquals(String.join("\n", before), String.join("\n", CatalogState.of(shop, "dev.t")));
        }
        assertEquals(List.of(), shop.leftovers());
        assertEquals(List.of(), shop.rows("select stxname from pg_statistic_ext where stxname like 'assay%'"));
    }

    private void set(String setup) {
        shop.execute(setup.split("; "));
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void aSwapCarries(String setup) {
        set(setup);
        requireASwapLosesNothing();
    }

    @Test
    void aSwapCarriesAnyOfThemTogether() {
        long seed = Long.getLong("assay.seed", System.nanoTime());
        int rounds = Integer.getInteger("assay.rounds", 3);
        var random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            var setups = new ArrayList<>(SETUPS);
            Collections.shuffle(setups, random);
            begin();
            setups.subList(0, 1 + random.nextInt(setups.size())).forEach(this::set);
            try {
                requireASwapLosesNothing();
            } catch (AssertionError | IllegalStateException found) {
                throw new AssertionError("seed " + seed + ", " + setups, found);
            }
        }
    }

    @Test
    void theReplicaIdentityStaysWithItsIndex() {
        shop.execute(
                "alter table dev.t alter v set not null",
                "create unique index told on dev.t (v)",
                "alter table dev.t replica identity using index told");
        requireASwapLosesNothing();
    }

    @Test
    void anotherOwnerStaysTheOwner() {
        String group = "group_" + shop.database();
        shop.execute(
                "create role " + group,
                "grant create, usage on schema dev to " + group,
                "create index by_hand on dev.t (v)",
                "create statistics dev.both on v, w from dev.t",
                "alter statistics dev.both owner to " + group,
                "alter table dev.t owner to " + group);
        requireASwapLosesNothing();
        assertEquals(
                group, shop.one("select pg_get_userbyid(relowner) from pg_class where oid = 'dev.by_hand'::regclass"));
    }

    @Test
    void aMaterializedViewKeepsWhatOthersPutOnIt() {
        shop.model("m", "[@config materialized=\"materialized_view\" /] select v, w from ${ref(\"t\")}");
        shop.assay("build").ends(0);
        shop.execute(
                "create unique index by_hand on dev.m (v)",
                "alter materialized view dev.m cluster on by_hand",
                "alter materialized view dev.m set (fillfactor = 70)",
                "create statistics dev.both on v, w from dev.m",
                "comment on materialized view dev.m is 'by ann'",
                "comment on column dev.m.w is 'words'");
        shop.execute("analyze dev.m");
        List<String> before = CatalogState.of(shop, "dev.m");
        for (int version = 2; version <= 3; version++) {
            build(version);
            assertEquals(String.join("\n", before), String.join("\n", CatalogState.of(shop, "dev.m")));
        }
    }

    @Test
    void theSettingsWin() {
        shop.execute("create index t_v on dev.t (w)", "comment on table dev.t is 'by ann'");
        shop.yaml("models: [{name: t, description: ours, config: {materialized: table, persist_docs: {relation: true},"
                + " indexes: [{name: t_v, columns: [v]}]}}]\n");
        build(2);
        assertEquals(
                "CREATE INDEX t_v ON dev.t USING btree (v)|ours",
                shop.one("select pg_get_indexdef('dev.t_v'::regclass), obj_description('dev.t'::regclass)"));
        shop.yaml("models: [{name: t, description: ours, config: {materialized: table}}]\n");
        build(3);
        assertEquals(
                List.of("t_w_idx1"),
                shop
                        .rows("select indexrelid::regclass::text from pg_index" + " where indrelid = 'dev.t'::regclass")
                        .stream()
                        .map(name -> name.replace("dev.", ""))
                        .toList());
    }

    @Test
    void aConstraintThatTheNewRowsBreakHoldsTheTableByName() {
        shop.execute("alter table dev.t add constraint small check (v < 10)");
        shop.model("t", TABLE + "select 11 as v, 'a' as w");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("check constraint \"small\""), said);
        assertTrue(said.contains("the constraint small was put on dev.t by hand"), said);
        assertEquals(List.of("1|a", "7|b"), shop.rows("select v, w from dev.t order by 1"));
        shop.execute("alter table dev.t drop constraint small");
        shop.assay("retry").ends(0);
        assertEquals("11", shop.one("select v from dev.t"));
    }

    @Test
    void whatWasMadeForAColumnThatWentIsNamed() {
        shop.execute("create index gone on dev.t (v, w)", "create index stays on dev.t (v)");
        shop.model("t", TABLE + "select 1 as v");
        String said = shop.assay("build").ends(0).err();
        assertTrue(
                said.contains("index gone of dev.t was dropped, since a column of it does not exist any more"), said);
        assertEquals(
                "dev.stays", shop.one("select indexrelid::regclass from pg_index where indrelid = 'dev.t'::regclass"));
    }

    @Test
    void anInvalidIndexIsDroppedWithAWarning() {
        shop.execute(
                "create index broken on dev.t (v)",
                "update pg_index set indisvalid = false where indexrelid = 'dev.broken'::regclass");
        shop.model("t", TABLE + "select 2 as v, 'a' as w");
        String said = shop.assay("build").ends(0).err();
        assertTrue(said.contains("index broken of dev.t was dropped, since it is invalid"), said);
    }

    @Test
    void newTablesHaveTheDefaultPrivilegesOfTheirSchema() {
        String ann = "ann_" + shop.database();
        shop.execute(
                "create role " + ann,
                "alter default privileges in schema dev grant select on tables to " + ann,
                "alter default privileges in schema dev grant update on tables to " + ann + " with grant option");
        shop.model("fresh", TABLE + "select 1 as v");
        shop.model("stored", "[@config materialized=\"materialized_view\" /] select 1 as v");
        shop.model("seen", "select 1 as v");
        build(2);
        for (String name : List.of("fresh", "stored", "seen")) {
            assertEquals(
                    "SELECT|f\nUPDATE|t",
                    shop.one("select privilege_type, is_grantable from pg_class, aclexplode(relacl) where oid = 'dev."
                            + name + "'::regclass and grantee = '" + ann + "'::regrole order by 1"),
                    name);
        }
    }
}
