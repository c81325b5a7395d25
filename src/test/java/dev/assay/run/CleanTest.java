package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay clean} beside another process. */
class CleanTest {

    @TempDir
    private Path folder;

    private boolean isAtWork() throws IOException {
        Path signs = folder.resolve("target/.at-work");
        if (!Files.isDirectory(signs)) {
            return false;
        }
        try (Stream<Path> files = Files.list(signs)) {
            return files.anyMatch(file -> file.toFile().length() > 0);
        }
    }

    @Test
    void isRefusedAsLongAsAnotherProcessBuilds() throws IOException, InterruptedException {
        var shop = new Shop(folder);
        shop.model("long", "[@config materialized=\"table\" /] select sum(a) as a from range(10000000000000) as r (a)");
        ChildBuild child = ChildBuild.start(shop, "build");
        try {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!isAtWork()) {
                assertTrue(child.isAlive() && System.nanoTime() < end, () -> ChildBuild.said(shop));
                Thread.sleep(20);
            }
            var said = shop.assay("clean").ends(3);
            assertEquals(
                    "error[target-in-use]: `target` is not removed: process " + child.pid()
                            + " (assay build) works in it",
                    said.err().lines().findFirst().orElse(""));
            assertTrue(Files.exists(folder.resolve("target/assay.log")));
        } finally {
            child.kill();
        }
        assertTrue(isAtWork(), "its sign is there still, and says nothing");
        shop.assay("clean").ends(0);
        assertFalse(Files.exists(folder.resolve("target")));
    }

    @Test
    void aBuildThatIsOverLeavesNoSign() throws IOException {
        var shop = new Shop(folder);
        shop.model("short", "select 1 as a");
        shop.assay("build").ends(0);
        assertFalse(isAtWork());
        shop.assay("clean").ends(0);
    }
}
