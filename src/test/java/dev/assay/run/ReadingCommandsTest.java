package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change nothing open a DuckDB file for reading. */
class ReadingCommandsTest {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("status"),
            List.of("plan"),
            List.of("compile"),
            List.of("show", "--inline", "select 1 as n"),
            List.of("debug"),
            List.of("build", "--dry-run"),
            List.of("prune", "--dry-run"));

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void begin() {
        shop = new Shop(folder).model("asked", "select ${query(\"select 1 as n\")?size} as n");
    }

    private UserProject.Said said(List<String> command, String wait) {
        var words = new ArrayList<>(command);
        words.addAll(List.of("--lease-wait", wait));
        return shop.assay(words.toArray(String[]::new));
    }

    @Test
    void noneMakesAFileThatDoesNotExist() {
        for (String way : List.of("auto", "file")) {
            shop.file("profiles.yml", """
                shop:
                  target: dev
                  outputs:
                    dev:
                      type: duckdb
                      path: shop.duckdb
                      schema: dev
                      publish_by: %s
                      attach: [{path: raw.duckdb}]
                """.formatted(way));
            for (List<String> command : COMMANDS) {
                said(command, "0").ends(0);
                assertFalse(Files.exists(folder.resolve("shop.duckdb")), command::toString);
                assertFalse(Files.exists(folder.resolve("raw.duckdb")), command::toString);
            }
        }
    }

    @Test
    void allReadBesideAnotherReader() throws IOException {
        shop.assay("build").ends(0);
        try (OtherProcess reader = OtherProcess.open(shop.database(), "READ_ONLY")) {
            for (List<String> command : COMMANDS) {
                var said = said(command, "0");
                assertEquals(0, said.exit(), () -> said + " beside " + reader);
            }
            said(List.of("build"), "0").ends(3);
        }
        shop.assay("build").ends(0);
    }

    @Test
    void allWaitForAWriterAsABuildDoes() throws IOException {
        shop.assay("build").ends(0);
        try (OtherProcess writer = OtherProcess.open(shop.database(), "READ_WRITE")) {
            for (String command : List.of("build", "compile", "plan")) {
                var said = shop.assay(command, "--lease-wait", "1").ends(3);
                assertTrue(said.err().contains("holds shop.duckdb; waiting for it up to 1 s"), said + " " + writer);
            }
        }
    }
}
