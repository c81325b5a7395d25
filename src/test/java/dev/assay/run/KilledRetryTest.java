package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed has left its options behind: a retry goes on from that run, not from one before it. */
class KilledRetryTest {

    private static final String SLOW = "select count(*) as v from range(3000000) a, range(3000000) b";

    @TempDir
    private Path folder;

    private void killed(Shop shop, String... arguments) throws InterruptedException {
        Path begun = folder.resolve("target/begun.json");
        ChildBuild child = ChildBuild.start(shop, arguments);
        try {
            while (!Files.exists(begun)) {
                assertTrue(child.isAlive(), () -> ChildBuild.said(shop));
                Thread.sleep(10);
            }
        } finally {
            child.kill();
        }
    }

    @Test
    void aBuild() throws InterruptedException {
        Shop shop = new Shop(folder);
        shop.model("orders", TABLE + "select ${var(\"rows\")} as v");
        shop.assay("build", "--vars", "{rows: 5}").ends(0);
        assertFalse(Files.exists(folder.resolve("target/begun.json")));
        shop.model("slow", TABLE + SLOW);
        killed(shop, "build", "--vars", "{rows: 7}");
        shop.without("models/slow.sql");
        var said = shop.assay("retry").ends(0);
        assertTrue(said.text().contains("as the last run: --vars '{rows: 7}'"), said.text());
        assertEquals(List.of("7"), shop.rows("select v from dev.orders"));
        assertFalse(Files.exists(folder.resolve("target/begun.json")));
        shop.assay("retry").ends(2);
    }

    @Test
    void testsAlone() throws InterruptedException {
        Shop shop = new Shop(folder);
        shop.model("orders", TABLE + "select 1 as v");
        shop.file("tests/slow.sql", "select * from ${ref(\"orders\")} where v > 1");
        shop.assay("build").ends(0);
        shop.file("tests/slow.sql", "select * from ${ref(\"orders\")}, (" + SLOW + ") as s where s.v < 0");
        killed(shop, "test");
        shop.file("tests/slow.sql", "select * from ${ref(\"orders\")} where v > 1");
        var said = shop.assay("retry").ends(0);
        assertTrue(said.text().contains("1 test passed"), said.text());
    }
}
