package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see after runs of each way to publish, good and bad ones. */
class PublishingTest {

    @TempDir
    private Path folder;

    private Shop shop;

    /** raw → orders (table) → totals (view) → report (table), and beside them lone (table). */
    @BeforeEach
    void shop() {
        shop = new Shop(folder);
        version(1, 1);
        shop.yaml("""
            models:
              - name: orders
                columns: [{name: amount, data_tests: [not_null]}]
            """);
    }

    /** Each row says which version of the SQL made it. */
    private void version(int version, int good) {
        String amount = good == 1 ? "1" : "cast(null as integer)";
        shop.model("orders", TABLE + "select " + version + " as v, " + amount + " as amount");
        shop.model("totals", "select v, amount from ${ref(\"orders\")}");
        shop.model("report", TABLE + "select v, amount from ${ref(\"totals\")}");
        shop.model("lone", TABLE + "select " + version + " as v");
    }

    private String seen() {
        return shop.one("select (select max(v) from dev.orders) || ' ' || (select max(v) from dev.totals) || ' '"
                + " || (select max(v) from dev.report) || ' ' || (select max(v) from dev.lone)");
    }

    @Test
    void whatPassedIsSeenAndWhatFailedIsNot() {
        shop.assay("build").ends(0);
        assertEquals("1 1 1 1", seen());
        version(2, 0);
        shop.assay("build").ends(1);
        assertEquals("1 1 1 2", seen());
        assertEquals(List.of("orders__assay_candidate table"), shop.leftovers());
        assertEquals("held unproven", shop.registered("orders"));
        shop.assay("build").ends(1);
        version(3, 1);
        shop.assay("build").ends(0);
        assertEquals("3 3 3 3", seen());
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void allOrNothing() {
        shop.assay("build", "--publish", "all").ends(0);
        version(2, 0);
        shop.assay("build", "--publish", "all").ends(1);
        assertEquals("1 1 1 1", seen());
        version(3, 1);
        shop.assay("build", "--publish", "all").ends(0);
        assertEquals("3 3 3 3", seen());
    }

    @Test
    void eachAsSoonAsItPassed() {
        shop.assay("build", "--publish", "each").ends(0);
        assertEquals("1 1 1 1", seen());
        assertEquals(
                "4",
                shop.one("select count(distinct generation) from dev_quality.publications where state = 'published'"));
        version(2, 0);
        shop.assay("build", "--publish", "each").ends(1);
        assertEquals("1 1 1 2", seen());
        version(3, 1);
        shop.assay("build", "--publish", "each").ends(0);
        assertEquals("3 3 3 3", seen());
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void eachWaitsForATestOverSeveralNodes() {
        shop.file("tests/same.sql", "select * from ${ref(\"orders\")} o join ${ref(\"lone\")} l on o.v <> l.v");
        shop.assay("build", "--publish", "each").ends(0);
        version(2, 1);
        shop.model("lone", TABLE + "select 7 as v");
        shop.assay("build", "--publish", "each").ends(1);
        assertEquals("1 1 1 1", seen());
    }

    @Test
    void aRehearsalPublishesNothingAndIsGood() {
        shop.assay("build").ends(0);
        version(2, 1);
        shop.assay("build", "--publish", "none").ends(0);
        assertEquals("1 1 1 1", seen());
        assertEquals("proven proven", shop.registered("report"));
        assertEquals(4, shop.leftovers().size());
        shop.assay("build").ends(0);
        assertEquals("2 2 2 2", seen());
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aGroupIsSeenWholeOrNotAtAll() {
        shop.project("models:\n  shop:\n    report: {+publish_group: books}\n    lone: {+publish_group: books}\n");
        shop.assay("build").ends(0);
        version(2, 0);
        shop.assay("build").ends(1);
        assertEquals("1 1 1 1", seen());
        version(3, 1);
        shop.assay("build").ends(0);
        assertEquals("3 3 3 3", seen());
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void aGroupIsCutWhileOthersStillRunAndTheyReadWhatWasCut() {
        shop.project("models:\n  shop:\n    orders: {+publish_group: first}\n    lone: {+publish_group: second}\n");
        shop.assay("build").ends(0);
        version(2, 1);
        shop.model("report", TABLE + "select v, amount, error('broken') as e from ${ref(\"totals\")}");
        var said = shop.assay("build").ends(1);
        assertEquals("2 2 1 2", seen());
        assertTrue(said.err().contains("broken"), said.err());
        assertEquals(List.of(), shop.leftovers());
        assertEquals(
                "2",
                shop.one("select count(distinct generation) from dev_quality.publications where state = 'published'"
                        + " and generation > 3"));
    }

    @Test
    void groupsThatShareAnAncestorAreEachWhole() {
        shop.project("models:\n  shop:\n    totals: {+publish_group: left}\n    report: {+publish_group: right}\n");
        shop.yaml("""
            models:
              - name: report
                columns: [{name: amount, data_tests: [not_null]}]
            """);
        shop.assay("build").ends(0);
        version(2, 0);
        shop.assay("build").ends(1);
        assertEquals("2 2 1 2", seen());
    }

    @Test
    void aWarningNeverBlocks() {
        shop.yaml("""
            models:
              - name: orders
                columns: [{name: amount, data_tests: [{not_null: {config: {severity: warn}}}]}]
            """);
        version(2, 0);
        shop.assay("build").ends(0);
        assertEquals("2 2 2 2", seen());
    }

    @Test
    void withoutTestsTheDataAreCalledUnproven() {
        version(2, 0);
        shop.assay("build", "--no-tests").ends(0);
        assertEquals("2 2 2 2", seen());
        assertEquals("published unproven 1", shop.registered("orders"));
    }

    @Test
    void aTestOverSeveralNodesHoldsThemAndAllThatNeedsThem() {
        shop.file("tests/same.sql", "select * from ${ref(\"orders\")} o join ${ref(\"lone\")} l on o.v <> l.v");
        shop.model("both", TABLE + "select o.v from ${ref(\"totals\")} o, ${ref(\"lone\")} l");
        shop.model("other", TABLE + "select 2 as v");
        shop.assay("build").ends(0);
        version(2, 1);
        shop.model("lone", TABLE + "select 7 as v");
        var said = shop.assay("build").ends(1);
        assertEquals("1 1 1 1", seen());
        assertEquals("1", shop.one("select v from dev.both"));
        assertTrue(said.err().contains("needs test same"), said.err());
    }

    @Test
    void aTestOfASourceHoldsWhatReadsIt() {
        shop.execute("create schema raw", "create table raw.orders as select 1 as v, 1 as amount");
        shop.file(
                "models/sources.yml",
                "version: 2\n"
                        + "sources: [{name: raw, tables: [{name: orders, columns: [{name: amount, data_tests:"
                        + " [not_null]}]}]}]\n");
        shop.model("orders", TABLE + "select * from ${source(\"raw\", \"orders\")}");
        shop.assay("build").ends(0);
        shop.execute("delete from raw.orders", "insert into raw.orders values (2, null)");
        shop.model("lone", TABLE + "select 2 as v");
        shop.assay("build").ends(1);
        assertEquals("1 1 1 2", seen());
    }

    @Test
    void brokenSqlInTheMiddleStopsOnlyWhatNeedsIt() {
        shop.assay("build").ends(0);
        version(2, 1);
        shop.model("totals", "select nothing from ${ref(\"orders\")}");
        shop.assay("build").ends(1);
        // readers have the view: with new orders below it, it would show what nobody has tested
        assertEquals("1 1 1 2", seen());
    }

    @Test
    void aViewThatFailsKeepsBackWhatReadersSeeThroughIt() {
        shop.yaml("models: [{name: totals, columns: [{name: amount, data_tests: [not_null]}]}]");
        shop.assay("build").ends(0);
        version(2, 0);
        for (String publish : List.of("passing", "each", "all")) {
            var said = shop.assay("build", "--publish", publish).ends(1);
            assertTrue(said.err().contains("1 row of totals has no amount"), said.err());
            assertEquals(
                    "1 1 1",
                    shop.one("select (select max(v) from dev.orders) || ' ' || (select max(v) from"
                            + " dev.totals) || ' ' || (select max(v) from dev.report)"));
        }
        version(3, 1);
        shop.assay("build", "--publish", "each").ends(0);
        assertEquals("3 3 3 3", seen());
    }

    @Test
    void aViewThatNobodySeesYetKeepsNothingBack() {
        shop.yaml("models: [{name: totals, columns: [{name: amount, data_tests: [not_null]}]}]");
        version(1, 0);
        shop.assay("build").ends(1);
        assertEquals("1 1", shop.one("select (select max(v) from dev.orders) || ' ' || (select max(v) from dev.lone)"));
        // what the candidate was made over has another name by now; it is kept so that it can still be looked at
        assertEquals("1", shop.one("select count(*) from dev.totals__assay_candidate"));
        var said = shop.assay("retry").ends(1);
        assertTrue(said.err().contains("1 row of totals has no amount"), said.err());
    }

    @Test
    void theFirstFailureStopsTheRestWhereThatIsWanted() {
        shop.assay("build").ends(0);
        version(2, 0);
        var said = shop.assay("build", "--fail-fast", "--threads", "1").ends(1);
        assertTrue(said.err().contains("stopped at the first failure"), said.err());
    }

    @Test
    void aRelationMayChangeItsKindThereAndBack() {
        for (int version = 1; version <= 4; version++) {
            version(version, 1);
            boolean swapped = version % 2 == 0;
            shop.model("totals", (swapped ? TABLE : "") + "select v, amount from ${ref(\"orders\")}");
            shop.model("orders", (swapped ? "" : TABLE) + "select " + version + " as v, 1 as amount");
            shop.assay("build").ends(0);
            assertEquals(version + " " + version + " " + version + " " + version, seen());
            assertEquals(List.of(), shop.leftovers());
            assertTrue(shop.relations().contains("totals " + (swapped ? "table" : "view")));
        }
    }

    @Test
    void aSeedIsPublishedLikeATable() {
        shop.file("seeds/prices.csv", "item,price\na,1\nb,2\n");
        shop.file(
                "seeds/seeds.yml",
                "version: 2\nseeds: [{name: prices, columns: [{name: item, data_tests: [unique]}]}]\n");
        shop.assay("build").ends(0);
        shop.file("seeds/prices.csv", "item,price\na,1\na,2\na,3\n");
        shop.assay("build").ends(1);
        assertEquals("2", shop.one("select count(*) from dev.prices"));
        shop.file("seeds/prices.csv", "item,price\na,1\n");
        shop.assay("seed").ends(0);
        assertEquals("1", shop.one("select count(*) from dev.prices"));
    }
}
