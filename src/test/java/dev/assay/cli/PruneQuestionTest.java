package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.connect.Interruption;
import dev.assay.project.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a terminal, {@code assay prune} asks before it drops. */
class PruneQuestionTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void onlyAYesDrops() throws IOException {
        Files.writeString(folder.resolve("assay_project.yml"), "name: shop\nversion: '1'\nprofile: shop\n");
        Files.writeString(
                folder.resolve("profiles.yml"),
                "shop: {target: dev, outputs: {dev: {type: duckdb, path: shop.duckdb, schema: dev}}}\n");
        Path gone = Files.createDirectories(folder.resolve("models")).resolve("gone.sql");
        Files.writeString(gone, "select 1 as n\n");
        Files.writeString(folder.resolve("models/kept.sql"), "select 1 as n\n");
        assertEquals(0, assay("", "build"), this::text);
        Files.delete(gone);
        for (String no : List.of("", "n", "yesterday")) {
            assertEquals(2, assay(no, "prune"), this::text);
        }
        assertTrue(text().contains("Drop 1 relation? [y/N] "), this::text);
        assertEquals(0, assay("y", "prune"), this::text);
        assertTrue(text().contains("dropped view dev.gone"), this::text);
        said.reset();
        assertEquals(0, assay("", "prune"), this::text);
        assertTrue(!text().contains("[y/N]"), this::text);
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int assay(String answer, String... args) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Commands.run(
                List.of(args),
                new ProcessContext(
                        folder,
                        Map.of(),
                        out,
                        out,
                        true,
                        OptionalInt.empty(),
                        () -> answer,
                        Clock.systemUTC(),
                        () -> "test",
                        new Secrets(),
                        new Interruption(),
                        () -> {},
                        "test"));
    }
}
