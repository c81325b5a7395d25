package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called proven passed all its tests: those that did not run are counted, and views show what is below them. */
class ProofTest {

    @TempDir
    private Path folder;

    private Shop shop;

    /** A table b, a view v on it, a view w on v; two tests each, and one of b and another table over both. */
    @BeforeEach
    void shop() {
        shop = new Shop(folder);
        shop.model("b", TABLE + "select 1 as x");
        shop.model("v", "select x from ${ref(\"b\")}");
        shop.model("w", "select x from ${ref(\"v\")}");
        shop.yaml("""
            models:
              - {name: b, columns: [{name: x, data_tests: [unique, not_null]}]}
              - {name: v, columns: [{name: x, data_tests: [unique, not_null]}]}
              - {name: w, columns: [{name: x, data_tests: [unique, not_null]}]}
            """);
    }

    private String proof(String node) {
        return shop.one("select proof_state || ' ' || tests_passed || '/' || tests_due from dev_quality.publications"
                + " where node_id like '%." + node
                + "' and state = 'published' order by ts desc, generation desc limit 1");
    }

    private Said assay(String line) {
        return shop.assay(line.split(" "));
    }

    private void has(String b, String v, String w) {
        assertEquals(b + ", " + v + ", " + w, proof("b") + ", " + proof("v") + ", " + proof("w"));
    }

    @Test
    void aTestThatWasLeftOutIsMissing() {
        assay("build").ends(0);
        has("proven 2/2", "proven 2/2", "proven 2/2");
        Said said = assay("build --exclude unique_b_x").ends(0);
        has("partly_proven 1/2", "partly_proven 2/2", "partly_proven 2/2");
        assertTrue(said.err().contains("Partly proven b (1 of 2 tests), v (shows b), w (shows v)"), said.err());
        assay("build").ends(0);
        has("proven 2/2", "proven 2/2", "proven 2/2");
    }

    @Test
    void withoutTestsNothingIsProven() {
        Said said = assay("build --exclude test_type:data").ends(0);
        has("unproven 0/2", "unproven 0/2", "unproven 0/2");
        assertTrue(said.err().contains("Unproven b (0 of 2 tests), v (0 of 2 tests), w (0 of 2 tests)"), said.err());
        assay("build --resource-type model").ends(0);
        has("unproven 0/2", "unproven 0/2", "unproven 0/2");
        assay("build").ends(0);
        Said bare = assay("run --no-tests").ends(0);
        has("unproven 0/2", "unproven 0/2", "unproven 0/2");
        assertTrue(bare.err().contains("Unproven b (0 of 2 tests)"), bare.err());
    }

    @Test
    void aViewThatWasNotBuiltShowsWhatIsNewBelowIt() {
        assay("build").ends(0);
        Said said = assay("run --no-tests -s b").ends(0);
        has("unproven 0/2", "unproven 0/2", "unproven 0/2");
        assertTrue(said.err().contains("Unproven b (0 of 2 tests), v (0 of 2 tests), w (0 of 2 tests)"), said.err());
        assay("test -s b").ends(0);
        has("proven 2/2", "unproven 0/2", "unproven 0/2");
        assay("test -s v").ends(0);
        has("proven 2/2", "proven 2/2", "unproven 0/2");
        assay("test -s w").ends(0);
        has("proven 2/2", "proven 2/2", "proven 2/2");
    }

    /** Nobody has retested v when only what is below it is proven again. */
    @Test
    void aViewOnAViewNeedsItsOwnTests() {
        assay("build").ends(0);
        assay("run --no-tests -s b").ends(0);
        assay("test -s b v").ends(0);
        has("proven 2/2", "proven 2/2", "unproven 0/2");
        assay("test").ends(0);
        has("proven 2/2", "proven 2/2", "proven 2/2");
    }

    @Test
    void aViewWithoutTestsIsAsProvenAsWhatIsBelowIt() {
        shop.yaml("""
            models:
              - {name: b, columns: [{name: x, data_tests: [unique]}]}
              - {name: w, columns: [{name: x, data_tests: [unique]}]}
            """);
        assay("build").ends(0);
        Said said = assay("run --no-tests -s b").ends(0);
        has("unproven 0/1", "unproven 0/0", "unproven 0/1");
        assertTrue(said.err().contains("Unproven b (0 of 1 test), v (shows b), w (0 of 1 test)"), said.err());
        assay("test -s b").ends(0);
        has("proven 1/1", "proven 0/0", "unproven 0/1");
        assay("test -s w").ends(0);
        has("proven 1/1", "proven 0/0", "proven 1/1");
    }

    @Test
    void aTableKeepsItsProofWhateverBecomesOfWhatItRead() {
        shop.model("v", TABLE + "select x from ${ref(\"b\")}");
        assay("build").ends(0);
        assay("run --no-tests -s b").ends(0);
        has("unproven 0/2", "proven 2/2", "proven 2/2");
    }

    @Test
    void testsOfWhatIsPublishedAddUpOnlyWhenAllOfThemRun() {
        assay("run --no-tests").ends(0);
        assay("test -s unique_b_x").ends(0);
        has("partly_proven 1/2", "unproven 0/2", "unproven 0/2");
        assay("test -s not_null_b_x").ends(0);
        has("partly_proven 1/2", "unproven 0/2", "unproven 0/2");
        assay("test -s b").ends(0);
        has("proven 2/2", "unproven 0/2", "unproven 0/2");
    }

    @Test
    void whatShowsSuspectRowsIsSuspect() {
        assay("build").ends(0);
        shop.execute("insert into dev.b values (1)");
        assay("test -s b").ends(1);
        has("suspect 1/2", "suspect 2/2", "suspect 2/2");
        assay("status").ends(0);
        assay("status --require-proven").ends(1);
        shop.execute("delete from dev.b", "insert into dev.b values (1)");
        assay("test -s not_null_b_x").ends(0);
        has("suspect 1/2", "suspect 2/2", "suspect 2/2");
        assay("test -s b").ends(0);
        has("proven 2/2", "proven 2/2", "proven 2/2");
        assay("status --require-proven").ends(0);
    }

    @Test
    void aTestOfTwoTablesCountsForBoth() {
        shop.model("c", TABLE + "select 1 as x");
        shop.yaml("""
            models:
              - name: c
                columns: [{name: x, data_tests: [{relationships: {to: ref('b'), field: x}}]}]
            """);
        assay("build --indirect-selection cautious -s b v w").ends(0);
        has("unproven 0/1", "unproven 0/0", "unproven 0/0");
        assay("build -s c").ends(0);
        assertEquals("proven 1/1", proof("c"));
        assay("build").ends(0);
        has("proven 1/1", "proven 0/0", "proven 0/0");
        assertEquals("proven 1/1", proof("c"));
        assay("build --publish each").ends(0);
        has("proven 1/1", "proven 0/0", "proven 0/0");
    }

    @Test
    void aTestWithoutABaseHasProvenNothing() {
        shop.file("tests/compared.sql", "select x from ${published(\"b\")} except select x from ${ref(\"b\")}");
        assay("build").ends(0);
        has("partly_proven 2/3", "partly_proven 2/2", "partly_proven 2/2");
        assay("build").ends(0);
        has("proven 3/3", "proven 2/2", "proven 2/2");
    }

    @Test
    void aKeptCandidateIsTestedWhenItIsPublished() {
        assay("build").ends(0);
        assay("build --publish none --exclude unique_b_x").ends(0);
        assay("publish --held b").ends(0);
        has("proven 2/2", "proven 2/2", "proven 2/2");
    }

    @Test
    void aTestOfWhatWasNeverBuiltDoesNotRun() {
        Said said = assay("test -s b").ends(0);
        assertTrue(
                said.err().contains("the test `unique_b_x` did not run: it reads `b`, which is not built"), said.err());
        assertTrue(said.err().contains("2 tests skipped"), said.err());
        shop.model("e", "${config({\"materialized\": \"ephemeral\"})}select x from ${ref(\"b\")}");
        shop.yaml("models:\n  - {name: e, columns: [{name: x, data_tests: [unique]}]}\n");
        said = assay("build -s e").ends(0);
        assertTrue(
                said.err().contains("the test `unique_e_x` did not run: it reads `b`, which is not built"), said.err());
    }

    @Test
    void aRefusedModelNamesItsParentsThatWereNeverBuilt() {
        Said said = assay("build -s v").ends(1);
        assertTrue(said.err().contains("note: `v` reads what is not built yet: `b`"), said.err());
        assertTrue(said.err().contains("help: build that too: assay build --select +v"), said.err());
        assay("build -s +v").ends(0);
        shop.model("v", "select y from ${ref(\"b\")}");
        said = assay("build -s v").ends(1);
        assertFalse(said.err().contains("not built yet"), said.err());
    }

    /** The candidate of v is left alone by a run that does not know v and publishes nothing. */
    @Test
    void aRetryThatPublishesNothingLeavesOtherCandidates() {
        assay("build").ends(0);
        assay("build --publish none").ends(0);
        shop.model("v", "${config({\"materialized\": \"ephemeral\"})}select x from ${ref(\"b\")}");
        Said refused = assay("publish --held v").ends(1);
        assertTrue(refused.err().contains("help: the next build removes the candidate: assay build"), refused.err());
        Said said = assay("retry --publish none");
        assertTrue(said.err().contains("because the project no longer defines their models: v"), said.err());
        assertFalse(said.err().contains("because this run published"), said.err());
    }

    @Test
    void whatIsGoneShowsNothing() {
        assay("build").ends(0);
        assay("run --no-tests -s b").ends(0);
        shop.execute("drop view dev.w");
        Said said = assay("status");
        assertTrue(
                said.out()
                        .lines()
                        .anyMatch(line -> line.contains("dev.w") && line.contains("gone") && !line.contains("shows")),
                said.text());
    }

    @Test
    void aRetryCountsTheTestsOfTheRunThatItEnds() {
        shop.model("c", TABLE + "select x from ${ref(\"b\")} where error('not yet')");
        shop.file(
                "tests/both.sql", "select b.x from ${ref(\"b\")} as b join ${ref(\"c\")} as c using (x) where b.x > 1");
        assay("build --publish all").ends(1);
        shop.model("c", TABLE + "select x from ${ref(\"b\")}");
        assay("retry").ends(0);
        has("proven 3/3", "proven 2/2", "proven 2/2");
        assertEquals("proven 1/1", proof("c"));
    }

    @Test
    void aTestThatNeverHoldsIsNotCounted() {
        shop.yaml("""
            models:
              - {name: b, columns: [{name: x, data_tests: [unique, {not_null: {config: {severity: warn}}}]}]}
            """);
        Said said = assay("build --exclude not_null_b_x").ends(0);
        assertEquals("proven 1/1", proof("b"));
        assertFalse(said.err().contains("roven"), said.err());
    }

    @Test
    void aTestThatRunsAfterTheCutProvesThen() {
        shop.yaml("""
            models:
              - {name: b, columns: [{name: x, data_tests: [unique, {not_null: {config: {gate: after}}}]}]}
            """);
        assay("build").ends(0);
        assertEquals("proven 2/2", proof("b"));
        shop.yaml("""
            models:
              - {name: b, columns: [{name: x, data_tests: [unique, {not_null: {config: {gate: off}}}]}]}
            """);
        assay("build").ends(0);
        assertEquals("partly_proven 1/2", proof("b"));
        assay("test").ends(0);
        assertEquals("proven 2/2", proof("b"));
    }

    @Test
    void whoseTestsRunOnNoRowsIsNotProven() {
        assay("run --no-tests").ends(0);
        assay("test --empty");
        has("unproven 0/2", "unproven 0/2", "unproven 0/2");
    }
}
