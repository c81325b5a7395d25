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

    private static final int ROWS = 400_000;

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
                out.write(
                        id + ",an order whose number is " + id + " and whose note is long enough for several pieces\n");
            }
        }
        shop.assay("seed").ends(0);
    }

    @Test
    void rowsLieInTheOrderOfTheFile() {
        assertEquals("0", shop.one("select count(*) from dev.orders where id <> rowid"));
    }

    @Test
    void allRowGroupsButTheLastAreFull() {
        assertEquals(
                "122880\n122880\n122880\n" + (ROWS - 3 * 122_880),
                shop.one("select sum(count) from pragma_storage_info('dev.orders')"
                        + " where column_name = 'id' and segment_type <> 'VALIDITY' group by row_group_id"
                        + " order by row_group_id"));
    }
}
