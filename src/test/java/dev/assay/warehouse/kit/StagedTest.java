package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.run.ChildBuild;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tables that are built as a change: published − removal + staged. The candidate shows what the table will hold; after each
 * cut, the table holds it.
 *
 * <p>{@code -Dassay.staged=…} says how many random commands there are, {@code -Dassay.kills=…} how many builds are killed.
 */
class StagedTest extends Builds {

    private static final int COMMANDS = Integer.getInteger("assay.staged", 5);
    private static final int KILLS = Integer.getInteger("assay.kills", 3);

    private StagedShop shop;

    @BeforeEach
    void shop() {
        shop = new StagedShop(ground(), project());
    }

    @Test
    void afterEachCommandTheTableHoldsWhatTheCandidateHasShown() {
        var random = new Random(Long.getLong("assay.seed", 9));
        shop.publishFirst();
        for (int command = 1; command <= COMMANDS; command++) {
            shop.change(random, command);
            String publish = random.nextBoolean() ? "each" : "passing";
            switch (random.nextInt(3)) {
                case 0 -> {
                    project().assay("build", "--publish", publish).ends(0);
                    shop.check("built, " + publish + ", command " + command);
                }
                case 1 -> {
                    shop.hold();
                    project().assay("build", "--select", "other").ends(0);
                    shop.checkHeld();
                    shop.allow();
                    project().assay("retry", "--publish", publish).ends(0);
                    shop.check("retried, " + publish + ", command " + command);
                }
                default -> {
                    shop.hold();
                    // The first candidates are replaced: merged twice, or over one another, they would show.
                    shop.allow();
                    shop.change(random, command + 100);
                    project().assay("build").ends(0);
                    shop.check("built again, command " + command);
                }
            }
        }
    }

    /** No test that needs all three stands between a cut and the nodes that are built after it. */
    @Test
    void whatIsBuiltAfterTheCutReadsTheCandidateAsItWasTested() {
        var random = new Random(8);
        shop.publishFirst();
        project().without("tests/stop.sql");
        project().model("step_1", TABLE + "select n from ${ref(\"other\")}");
        for (int step = 2; step <= 6; step++) {
            project().model("step_" + step, TABLE + "select n from ${ref(\"step_" + (step - 1) + "\")}");
        }
        project().model("late", TABLE + "select k, a.n from ${ref(\"appended\")} a cross join ${ref(\"step_6\")} s");
        for (int round = 1; round <= 3; round++) {
            shop.change(random, round);
            project().assay("build", "--publish", "each").ends(0);
            shop.check("round " + round);
            assertEquals(shop.seen("appended"), shop.seen("late"), "round " + round);
        }
    }

    @Test
    void acceptedCandidatesArePublishedAsTheyWereShown() {
        shop.publishFirst();
        shop.change(new Random(4), 1);
        shop.hold();
        project()
                .assay(
                        "publish",
                        "--held",
                        "appended",
                        "--held",
                        "keyed",
                        "--held",
                        "windowed",
                        "--accept",
                        "stop",
                        "--reason",
                        "known",
                        "--until",
                        "2099-01-01",
                        "--owner",
                        "ann")
                .ends(0);
        shop.checkTables("accepted");
        // What was built from them and not asked for is still held.
        assertEquals(
                3,
                project().leftovers().stream()
                        .filter(name -> name.toString().contains("_sum"))
                        .count());
        assertEquals(3, project().leftovers().size());
    }

    /** A row that only a kept candidate has tells whether it was built again. */
    @Test
    void aHeldChangeOfTheVersionThatReadersSeeIsKept() {
        shop.publishFirst();
        shop.change(new Random(5), 1);
        shop.hold();
        shop.addToStaged(new StagedShop.Row(99, 99));
        shop.next().get("appended").add(new StagedShop.Row(99, 99));
        shop.allow();
        project().assay("retry").ends(0);
        shop.checkTables("retried");
    }

    @Test
    void aHeldChangeOfAVersionThatIsGoneIsBuiltAgain() {
        shop.publishFirst();
        shop.change(new Random(5), 1);
        shop.hold();
        shop.addToStaged(new StagedShop.Row(99, 99));
        shop.allow();
        // As if another run had published meanwhile.
        project().stranger("insert into {appended} (k, n) values (50, 50)");
        project().stranger("update " + shop.registry() + " set run_id = 'another' || run_id where state = 'published'");
        var said = project().assay("publish", "--held", "appended").ends(2);
        assertTrue(said.err().contains("a change of a version that is no longer published"), said::toString);
        shop.next().get("appended").add(new StagedShop.Row(50, 50));
        project().assay("retry").ends(0);
        shop.check("retried on another version");
    }

    @Test
    void whatAKillLeavesIsOldOrNewAndTheNextBuildIsGood() throws InterruptedException {
        var random = new Random(7);
        shop.publishFirst();
        for (int kill = 1; kill <= KILLS; kill++) {
            shop.change(random, kill);
            int step = 5 + random.nextInt(45);
            int exit = ChildBuild.killedAfter(step, project().folder()).end();
            String when = "killed after statement " + step;
            assertTrue(
                    exit == 0 || exit == 137,
                    () -> when + ": exit " + exit + ", " + project().read("child.log"));
            // What was begun is finished by the next run, or was never begun: all tables together.
            project().assay("build", "--select", "other").ends(0);
            shop.checkOldOrNew(when);
            shop.change(random, kill + 100);
            project().assay("build").ends(0);
            shop.check(when + ", then built");
        }
    }
}
