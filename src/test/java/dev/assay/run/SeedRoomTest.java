package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a large seed lies in DuckDB's file: what is half full is written again by the checkpoints that follow. */
class SeedRoomTest {

    private static final int ROWS = 800_000;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new Shop(folder);
        try (var out = Files.newBufferedWriter(
                Files.createDirectories(folder.resolve("seeds")).resolve("orders.csv"))) {
            out.write("id,note\n");
            for (int id = 0; id < ROWS; id++) {
                out.write(id + ",the note of an order whose number is " + id + " too\n");
            }
        }
        shop.assay("seed").ends(0);
    }

    @Test
    void rowsLieInTheOrderOfTheFile() {
        assertEquals("0", shop.one("select count(*) from dev.orders where id <> rowid"));
    }

    /** What was written twice leaves its first room free. */
    @Test
    void rowsAreWrittenOnce() {
        assertEquals(
                "true",
                shop.one("select free_blocks * 4 < used_blocks from pragma_database_size()"),
                () -> shop.one("select used_blocks, free_blocks from pragma_database_size()"));
    }
}
