package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The system has no more room: what is published stays whole and readable, it is said, and the next build is a good one. */
class FullDiskTest {

    @TempDir
    private Path folder;

    private Shop shop;

    private void begin(String way, String settings) {
        shop = new Shop(folder).publishedBy(way).file("profiles.yml", """
            shop:
              target: dev
              outputs:
                dev: {type: duckdb, path: shop.duckdb, schema: dev, threads: 2, publish_by: %s, settings: {%s}}
            """.formatted(way, settings));
        write(1, 10);
        shop.assay("build").ends(0);
    }

    private void write(int version, int rows) {
        shop.model("base", TABLE + "select " + version + " as v, random() as r from range(100000)");
        shop.model("more", TABLE + "select " + version + " as v, random() as r from range(" + rows + ")");
    }

    private String seen() {
        return shop.one("select min(v) || ' ' || max(v) || ' ' || count(*) from dev.base");
    }

    private String fails(int code, long bytes) throws InterruptedException {
        int exit = ChildBuild.cramped(bytes, shop, "build").end();
        String said = ChildBuild.said(shop);
        assertEquals(code, exit, said);
        assertTrue(said.contains("File too large"), said);
        assertFalse(said.contains("Exception") || said.contains("error[bug]"), said);
        return said;
    }

    private void assertNextBuildIsGood() throws IOException {
        write(3, 10);
        shop.assay("build").ends(0);
        assertEquals("3 3 100000", seen());
        assertEquals(List.of(), shop.leftovers());
        assertEquals(List.of("shop.duckdb"), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("duckdb"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "file"})
    void whileATableIsBuilt(String way) throws IOException, InterruptedException {
        begin(way, "");
        write(2, 3_000_000);
        String said = fails(1, 6_000_000);
        assertTrue(said.contains("error[database-unwritable]: DuckDB could not write model `more`"), said);
        assertTrue(said.contains("help: make room where DuckDB says, and go on: assay retry"), said);
        assertEquals("2 2 100000", seen());
        assertEquals("1 10", shop.one("select max(v) || ' ' || count(*) from dev.more"));
        assertEquals(List.of(), shop.leftovers());
        assertNextBuildIsGood();
    }

    /** What does not fit into memory is put into files of the engine's own. */
    @Test
    void whileATestIsWorkedOut() throws IOException, InterruptedException {
        begin("auto", "memory_limit: 40MB, preserve_insertion_order: false");
        write(2, 10);
        shop.file("tests/one_of_each.sql", """
            select a from (
              select a, row_number() over (partition by a % 7 order by hash(a)) as place from range(6000000) as r (a)
            ) where place > 6000000
            """);
        String said = fails(1, 3_000_000);
        assertTrue(said.contains("error[database-unwritable]: DuckDB could not work out test `one_of_each`"), said);
        assertTrue(said.contains("help: make room where DuckDB says, and go on: assay retry"), said);
        Files.delete(folder.resolve("tests/one_of_each.sql"));
        assertNextBuildIsGood();
    }

    @Test
    void whileTheFileIsCopied() throws IOException, InterruptedException {
        begin("file", "");
        write(2, 10);
        String said = fails(3, 1_000_000);
        assertTrue(said.contains("error[database-unwritable]: no copy of `shop.duckdb` can be made beside it"), said);
        assertEquals("1 1 100000", seen());
        assertEquals(List.of("shop.duckdb"), files());
        assertNextBuildIsGood();
    }

    /** Each commit is followed by a checkpoint: the log has room, and the file has not. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "file"})
    void whileWhatWasCommittedIsPutIntoTheFile(String way) throws IOException, InterruptedException {
        begin(way, "checkpoint_threshold: 1KB");
        write(2, 20_000);
        String said = fails(3, Files.size(shop.database()) + 100);
        assertTrue(said.contains("error[database-unwritable]: `shop.duckdb` cannot be written"), said);
        assertEquals("1 1 100000", seen());
        assertNextBuildIsGood();
    }

    /** Readers have it all the same: the log holds what the file had no room for. */
    @Test
    void whenTheRoomOfWhatWasDroppedIsGivenBack() throws IOException, InterruptedException {
        begin("auto", "");
        write(2, 10);
        int exit = ChildBuild.cramped(1_300_000, shop, "build").end();
        assertEquals(0, exit, () -> ChildBuild.said(shop));
        assertTrue(ChildBuild.said(shop).contains("could not give back the room of what was dropped"));
        assertEquals("2 2 100000", seen());
        assertNextBuildIsGood();
    }
}
