package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.EngineRestart;
import dev.assay.warehouse.facet.FilePublication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class OpenedFileTest {

    @TempDir
    Path folder;

    /** The engine would go on writing into the old file, which nobody can open any more. */
    @Test
    void noticesThatItsFileWasRemovedOrReplaced() throws IOException {
        try (Warehouse warehouse = DuckDBCase.file(folder, "shop.duckdb")) {
            Session session = warehouse.enter("dev", any -> {});
            run(session, "create table t as select 1 as i");
            warehouse.beat(session);
            FilePublication.of(warehouse).conclude();
            Files.move(folder.resolve("shop.duckdb"), folder.resolve("old.duckdb"));
            assertGone("removed", () -> warehouse.beat(session));
            assertGone("removed", FilePublication.of(warehouse)::conclude);
            Files.copy(folder.resolve("old.duckdb"), folder.resolve("shop.duckdb"));
            assertGone("replaced by another file", () -> warehouse.beat(session));
            assertGone("replaced by another file", FilePublication.of(warehouse)::conclude);
            warehouse.facet(EngineRestart.class).orElseThrow().restart();
            assertGone("replaced by another file", warehouse::open);
        }
    }

    private static void assertGone(String change, Executable work) {
        var refused = assertThrows(WarehouseError.class, work);
        assertEquals(WarehouseError.Kind.UNWRITABLE, refused.kind());
        assertTrue(
                refused.words().startsWith("`shop.duckdb` was " + change + " while assay had it open\n"),
                refused.words());
    }
}
