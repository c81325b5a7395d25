package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build is killed as the system kills. What is published is as before or as after, the file opens, the next build
 * succeeds and leaves nothing but candidates that it keeps.
 *
 * <p>{@code -Dassay.kills=…} says how many times; a negative number kills at every single statement.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("assay.kills", 3);

    @TempDir
    private Path folder;

    private Shop shop;
    private int published = 1;
    private int build = 1;

    /** A group that is cut early, tables and views on both sides of it, a seed, a test of each kind. */
    private void write(int version) {
        shop.project("models:\n  shop:\n    early: {+publish_group: first}\n    early_view: {+publish_group: first}\n");
        shop.file("seeds/prices.csv", "item,v\na," + version + "\n");
        shop.model("base", TABLE + "select v from ${ref(\"prices\")}, range(20000)");
        shop.model("early", TABLE + "select v from ${ref(\"base\")}");
        shop.model("early_view", "select v from ${ref(\"early\")}");
        shop.model("shown", "select v from ${ref(\"early_view\")}");
        shop.model(version % 2 == 0 ? "kind_a" : "kind_b", "select v from ${ref(\"shown\")}");
        shop.model("turns", (version % 2 == 0 ? TABLE : "") + "select v from ${ref(\"shown\")}");
        shop.model("last", TABLE + "select v from ${ref(\"turns\")}");
        shop.yaml("models: [{name: last, columns: [{name: v, data_tests: [not_null]}]}]");
        shop.model("lone", TABLE + "select " + version + " as v");
        shop.file("tests/same.sql", "select * from ${ref(\"last\")} l join ${ref(\"lone\")} o on l.v <> o.v limit 1");
    }

    private void begin() {
        shop = new Shop(folder);
        write(1);
        shop.assay("build").ends(0);
        shop.execute("create index early_v on dev.early(v)", "create index lone_v on dev.lone(v)");
    }

    /** Each cut is whole, the early one and the last one, and the last never came without the early one. */
    private void assertWhole(int now, String when) {
        String old = String.valueOf(published);
        String next = String.valueOf(now);
        String early = one("prices", "base", "early", "early_view", "shown");
        String last = one("last", "lone");
        String turns = one("turns");
        String seen = when + ", readers see early " + early + ", turns " + turns + ", last " + last;
        assertTrue(List.of(old, next).contains(early) && List.of(old, next).contains(last), seen);
        assertTrue(last.equals(old) || early.equals(next), seen);
        assertTrue(turns.equals(early) || turns.equals(last), seen);
        assertEquals(
                List.of("early early_v", "lone lone_v"),
                shop.rows("select table_name || ' ' || index_name from duckdb_indexes() order by 1"),
                when);
    }

    /** The one number of a build that all these show. */
    private String one(String... relations) {
        return Arrays.stream(relations)
                .flatMap(relation -> shop.rows("select distinct v from dev." + relation).stream())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** What a kill left is not in the way of the next build, and nothing of it stays. */
    private void assertNextBuildIsGood(int now, String when) {
        var said = shop.assay("build");
        assertEquals(0, said.exit(), () -> when + ": " + said);
        published = now;
        assertEquals(List.of(), shop.leftovers(), when);
        assertWhole(now, when);
        assertEquals(String.valueOf(now), one("base", "shown", "turns", "last"));
    }

    private void write() {
        write(++build);
    }

    @Test
    void atAStepOfABuild() throws InterruptedException {
        begin();
        var random = new Random(7);
        boolean ended = false;
        for (int round = 1; KILLS < 0 ? !ended : round <= KILLS; round++) {
            int step = KILLS < 0 ? round : 1 + random.nextInt(60);
            write();
            int exit = ChildBuild.killedAfter(step, shop).end();
            ended = exit == 0;
            String when = "killed after statement " + step;
            assertTrue(ended || exit == 137, when + ": exit " + exit);
            assertWhole(build, when);
            write();
            assertNextBuildIsGood(build, when);
        }
    }

    @Test
    void atAnyMoment() throws InterruptedException {
        begin();
        var random = new Random(11);
        for (int round = 0; round < Math.abs(KILLS); round++) {
            write();
            ChildBuild child = ChildBuild.start(shop, "build");
            int wait = 300 + random.nextInt(2500);
            Thread.sleep(wait);
            int exit = child.kill();
            String when = "killed after " + wait + " ms";
            assertTrue(exit == 0 || exit == 137, when + ": exit " + exit);
            assertWhole(build, when);
            write();
            assertNextBuildIsGood(build, when);
        }
    }
}
