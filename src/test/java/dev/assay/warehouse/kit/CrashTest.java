package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.run.ChildBuild;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A build is killed right after one of its statements, as the system kills. Readers see the old or the new, the next build
 * succeeds, and nothing of the broken one stays.
 *
 * <p>{@code -Dassay.kills=…} says how many times.
 */
class CrashTest extends Builds {

    private static final int KILLS = Integer.getInteger("assay.kills", 3);

    @Test
    void whatAKillLeavesIsOldOrNewAndTheNextBuildIsGood() throws InterruptedException {
        var random = new Random(3);
        write(1);
        project().assay("build").ends(0);
        int published = 1;
        for (int kill = 1; kill <= KILLS; kill++) {
            int next = published + 1;
            write(next);
            int step = 1 + random.nextInt(30);
            int exit = ChildBuild.killedAfter(step, project().folder()).end();
            String when = "killed after statement " + step;
            assertTrue(
                    exit == 0 || exit == 137,
                    () -> when + ": exit " + exit + ", " + project().read("child.log"));
            List<?> seen = project().rows("summed").rows();
            assertTrue(
                    seen.equals(List.of(List.of((long) published))) || seen.equals(List.of(List.of((long) next))),
                    () -> when + ", readers see " + seen);
            write(++next);
            project().assay("build").ends(0);
            published = next;
            assertEquals(List.of(List.of((long) next)), project().rows("summed").rows(), when);
            assertEquals(3, project().rows("prices").number(), when);
            assertEquals(List.of(), project().leftovers(), when);
            assertEquals(4, project().existing().relations().size(), when);
        }
    }

    private void write(int n) {
        project().file("seeds/prices.csv", "v\n3\n");
        project().model("orders", TABLE + "select " + n + " as n from (" + Contract.numbers(3) + ") as many");
        project().model("recent", "select n from ${ref(\"orders\")} cross join ${ref(\"prices\")}");
        project().model("summed", TABLE + "select max(n) as n from ${ref(\"recent\")}");
    }
}
