package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hook that is interrupted after the publication is called so, and nothing is offered that would not run it again. */
class InterruptedHookTest {

    private static final String SLOW = "select count(*) from range(3000000) a, range(3000000) b";

    @TempDir
    private Path folder;

    private String interrupted(Shop shop) throws IOException, InterruptedException {
        ChildBuild child = ChildBuild.start(shop, "build");
        try {
            while (!ChildBuild.said(shop).contains("table orders")) {
                assertTrue(child.isAlive(), () -> ChildBuild.said(shop));
                Thread.sleep(10);
            }
            Thread.sleep(1000);
            child.signal("INT");
            assertEquals(130, child.end(), () -> ChildBuild.said(shop));
        } finally {
            child.kill();
        }
        return ChildBuild.said(shop);
    }

    @Test
    void atTheEndOfTheRun() throws IOException, InterruptedException {
        Shop shop = new Shop(folder);
        shop.project("on-run-end: [\"" + SLOW + "\"]\n");
        shop.model("orders", TABLE + "select 1 as v");
        String said = interrupted(shop);
        assertTrue(said.contains("1 hook interrupted, 1 published"), said);
        assertFalse(said.contains("sql-refused"), said);
        assertFalse(said.contains("assay retry"), said);
    }
}
