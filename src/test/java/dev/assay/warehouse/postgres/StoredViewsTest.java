package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Materialized views are built beside, tested and exchanged; what they stand on, and what stands on them, goes with them. */
class StoredViewsTest {

    private static final String STORED = "[@config materialized=\"materialized_view\" /] ";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder).base(1);
    }

    /** Those that wait stand on each other; what they stand on took the place of what readers see. */
    @Test
    void aChainOfThemWaitsForARetry() {
        shop.model("low", "select v from ${ref(\"base\")}");
        shop.model("stored", STORED + "select v from ${ref(\"low\")}");
        shop.model("over", "select v from ${ref(\"stored\")}");
        shop.model("other", TABLE + "select v, 1 as good from ${ref(\"low\")}");
        shop.model("both", "select o.v from ${ref(\"other\")} as o join ${ref(\"stored\")} as s using (v)");
        shop.yaml("models: [{name: other, columns: [{name: good, data_tests: [{accepted_values: {values: [1]}}]}]}]");
        shop.assay("build").ends(0);
        shop.base(2);
        shop.model("other", TABLE + "select v, 2 as good from ${ref(\"low\")}");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("fail[test]: `accepted_values_other_good__1`"), said);
        assertTrue(said.contains("Held "), said);
        assertEquals("1", shop.one("select v from dev.both"));
        shop.model("other", TABLE + "select v, 1 as good from ${ref(\"low\")}");
        shop.assay("retry").ends(0);
        assertEquals("2|2", shop.one("select b.v, o.v from dev.both as b, dev.over as o"));
        assertEquals(List.of(), shop.leftovers());
    }

    private String kind(String relation) {
        return shop.one("select relkind from pg_class where oid = to_regclass('dev." + relation + "')");
    }

    @Test
    void aChainOfThemIsRebuiltWithItsTableAndItsViews() {
        shop.model("stored", STORED + "select v, v * 2 as w from ${ref(\"base\")}");
        shop.model("over", STORED + "select w + 1 as x from ${ref(\"stored\")}");
        shop.model("seen", "select x from ${ref(\"over\")}");
        shop.model("last", STORED + "select x * 10 as y from ${ref(\"seen\")}");
        shop.yaml("""
            models:
              - name: stored
                description: kept
                config:
                  indexes: [{columns: [v], unique: true}]
                  grants: {select: [public]}
                  persist_docs: {relation: true}
            """);
        for (int build = 1; build <= 3; build++) {
            shop.base(build);
            shop.assay("build").ends(0);
            assertEquals((build * 2 + 1) * 10 + "", shop.one("select y from dev.last"));
            assertEquals(build * 2 + 1 + "", shop.one("select x from dev.seen"));
        }
        assertEquals("mmv", kind("stored") + kind("last") + kind("seen"));
        assertEquals(
                "kept|1|t",
                shop.one("select obj_description('dev.stored'::regclass), (select count(*) from pg_indexes where"
                        + " tablename = 'stored'), has_table_privilege('public', 'dev.stored', 'select')"));
        assertEquals(List.of(), shop.leftovers());
        // What it is bound to now are the relations that readers see.
        shop.execute("update dev.base set v = 50", "refresh materialized view dev.stored");
        assertEquals("100", shop.one("select w from dev.stored"));
    }

    @Test
    void rowsThatFailAreNeverSeen() {
        shop.model("stored", STORED + "select v from ${ref(\"base\")}");
        shop.yaml("""
            models:
              - name: stored
                columns: [{name: v, data_tests: [not_null]}]
            """);
        shop.assay("build").ends(0);
        shop.model("base", TABLE + "select null::int as v");
        shop.assay("build").ends(1);
        assertEquals("1", shop.one("select v from dev.stored"));
        shop.base(3);
        shop.assay("build").ends(0);
        assertEquals("3", shop.one("select v from dev.stored"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void kindsChangeBothWays() {
        shop.model("stored", STORED + "select v from ${ref(\"base\")}");
        for (String config : List.of(STORED, TABLE, STORED, "", STORED)) {
            shop.model("stored", config + "select v from ${ref(\"base\")}");
            shop.assay("build").ends(0);
            assertEquals("1", shop.one("select v from dev.stored"));
        }
        assertEquals("m", kind("stored"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aStrangersViewGoesAlongAndAStrangersStoredViewHoldsIt() {
        shop.model("stored", STORED + "select v from ${ref(\"base\")}");
        shop.assay("build").ends(0);
        shop.execute("create schema reports", "create view reports.daily as select v from dev.stored");
        shop.base(2);
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from reports.daily"));
        shop.execute("create materialized view reports.kept as select v from dev.stored");
        shop.base(3);
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("materialized view reports.kept of role postgres stands on it"), said::toString);
        assertEquals("2", shop.one("select v from dev.stored"));
        shop.execute("drop materialized view reports.kept");
        shop.assay("build").ends(0);
        assertEquals("3", shop.one("select v from reports.daily"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aTableThatStaysItselfIsReadUnderItsName() {
        shop.model("stored", STORED + "select v from ${ref(\"base\")}");
        for (int build = 1; build <= 2; build++) {
            shop.model(
                    "base", "[@config materialized=\"table\" publish_by=\"difference\" /] select " + build + " as v");
            shop.assay("build").ends(0);
            assertEquals(build + "", shop.one("select v from dev.stored"));
        }
        shop.execute("update dev.base set v = 50", "refresh materialized view dev.stored");
        assertEquals("50", shop.one("select v from dev.stored"));
        assertEquals(List.of(), shop.leftovers());
    }
}
