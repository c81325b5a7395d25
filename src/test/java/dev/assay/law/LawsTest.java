package dev.assay.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law can fail: a second client breaks what readers see, and each break is found. */
class LawsTest {

    @TempDir
    private Path folder;

    private LawDatabase database;
    private Site site;
    private Laws laws;

    /** s (seed) → a (table, tested) → v (view, tested), b (table). */
    @BeforeEach
    void build() {
        database = new LawDatabase.OnDuckDB(folder.resolve("law.duckdb"));
        var project = new DrawnProject(
                "shop",
                List.of(
                        DrawnNode.of("s", DrawnNode.Kind.SEED, List.of()),
                        DrawnNode.of("a", DrawnNode.Kind.TABLE, List.of("s"))
                                .withTest(DrawnTest.Kind.NOT_NULL, false)
                                .withTest(DrawnTest.Kind.UNIQUE, false)
                                .withTest(DrawnTest.Kind.RELATIONSHIPS, false),
                        DrawnNode.of("v", DrawnNode.Kind.VIEW, List.of("a"))
                                .withTest(DrawnTest.Kind.NOT_NEGATIVE, false)
                                .withTest(DrawnTest.Kind.KNOWN_IDS, false),
                        DrawnNode.of("b", DrawnNode.Kind.TABLE, List.of("v"))),
                0,
                "passing",
                "");
        site = new Site(
                folder.resolve("shop"),
                "dev",
                project,
                "law: {target: dev, outputs: {dev: {" + database.output() + ", schema: dev}}}\n");
        laws = new Laws(database);
        site.command(List.of("build")).ends(0);
        assertEquals(List.of(), check());
    }

    private List<String> check() {
        Published published = Published.of(
                database, site.command(List.of("status", "--output", "json")).out());
        site.remember(published.status(), false, true);
        return laws.check(published, List.of(site), Set.of(), false);
    }

    private void finds(String complaint, String... sql) {
        for (String statement : sql) {
            database.execute(statement);
        }
        // Otherwise status would say that somebody has changed the rows.
        database.execute("update dev_quality.publications set identity = null, mark = null");
        List<String> broken = check();
        assertTrue(
                broken.stream().anyMatch(line -> line.contains(complaint)),
                () -> broken.stream().collect(Collectors.joining("\n", "not found: " + complaint + "\n", "")));
    }

    @Test
    void rowsThatFailATest() {
        finds("a_not_null fails", "insert into dev.a values (null, 1, 'a@1', '-')");
        finds("a_unique fails", "insert into dev.a select * from dev.a where id = 1");
        finds("v_not_negative fails", "update dev.a set v = -1 where id = 2");
    }

    @Test
    void rowsThatFailATestOfTwoNodes() {
        finds("a_relationships fails", "delete from dev.s where id = 3");
        finds("v_known_ids fails", "create or replace view dev.v as select 99 as id, 1 as v, '-' as me, '-' as src");
    }

    @Test
    void aWarningPromisesNothing() {
        site.write(site.project().with(site.project().node("a").orElseThrow().withTest(DrawnTest.Kind.UNIQUE, true)));
        site.command(List.of("build")).ends(0);
        database.execute("insert into dev.a select * from dev.a where id = 1");
        assertEquals(List.of(), check());
    }

    @Test
    void whatStatusKnowsAndNobodyCanRead() {
        finds("a reader of dev.v is refused", "alter table dev.a rename to hidden");
    }

    @Test
    void aViewOverACandidate() {
        finds(
                "view dev.v reads what is not published",
                "create table dev.a__assay_candidate as select * from dev.a",
                "create or replace view dev.v as select * from dev.a__assay_candidate");
    }

    @Test
    void leftovers() {
        finds("dev.a__assay_retired was left behind", "create table dev.a__assay_retired as select 1 as id");
        finds("dev.b__assay_candidate was left behind", "create table dev.b__assay_candidate as select 1 as id");
    }

    @Test
    void rowsThatWereMadeFromWhatNobodySaw() {
        finds("dev.b was made from a@another-run", "update dev.b set src = 'a@another-run'");
    }

    @Test
    void twoContentsOfOneGeneration() throws InterruptedException {
        var reader = new PublishedReader(database, "dev_quality.publications", List.of("dev.a", "dev.b"));
        try (reader) {
            for (int i = 0; i < 200; i++) {
                database.execute("update dev.b set v = v + 1");
                Thread.sleep(1);
            }
        }
        assertTrue(reader.end().toString().contains("two contents of generation dev 1"), reader.end()::toString);
    }

    @Test
    void anExitCodeThatContradictsWhatWasSaid() {
        String finished = "{\"event\":\"run_finished\",\"good\":%s,\"held\":[%s]}\n";
        assertEquals(List.of(), contradictions(0, finished.formatted("true", ""), ""));
        assertEquals(List.of(), contradictions(1, finished.formatted("false", "\"model.shop.a\""), ""));
        assertEquals(
                List.of("exit code 1, yet run_finished says good: true"),
                contradictions(1, finished.formatted("true", ""), ""));
        assertEquals(
                List.of("exit code 0, yet held: \"model.shop.a\""),
                contradictions(0, finished.formatted("true", "\"model.shop.a\""), ""));
        assertEquals(List.of("exit code 70"), contradictions(70, "", "a mistake of ours"));
        assertEquals(List.of("exit code 1 without a word"), contradictions(1, "", ""));
        assertEquals(
                1,
                contradictions(1, "", "  at dev.assay.Main.main(Main.java:1)").size());
    }

    private static List<String> contradictions(int exit, String out, String err) {
        return new Outcome(new Said(exit, out, err)).contradictions(true);
    }
}
