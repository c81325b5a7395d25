package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is asked to stop, whatever it does just then, says that it was interrupted and leaves nothing. */
class SignalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "publish_by: {0}, {1} after {2} ms")
    @CsvSource({"file,TERM,0", "file,INT,1000", "auto,TERM,1000", "auto,INT,0"})
    void itEndsAsInterrupted(String way, String signal, long milliseconds) throws IOException, InterruptedException {
        Shop shop = new Shop(folder).publishedBy(way);
        shop.model("quick", TABLE + "select 1 as v");
        shop.model("slow", TABLE + "select count(*) as v from range(3000000) a, range(3000000) b");
        ChildBuild child = ChildBuild.start(shop, "build");
        try {
            while (!Files.exists(shop.database())) {
                assertTrue(child.isAlive());
                Thread.sleep(10);
            }
            Thread.sleep(milliseconds);
            child.signal(signal);
            assertEquals(130, child.end(), () -> ChildBuild.said(shop));
        } finally {
            child.kill();
        }
        assertEquals(shop.leftovers(), shop.relations());
        shop.without("models/slow.sql").assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
        assertEquals("1", shop.one("select v from dev.quick"));
    }
}
