package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an output of type duckdb brings along: other databases, settings, extensions, secrets. */
class BesidesTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void begin() throws SQLException {
        shop = new Shop(folder);
        shop.file(
                "models/sources.yml",
                "version: 2\nsources: [{name: far, database: raw, schema: main, tables: [{name: t}]}]\n");
        shop.model("sums", "[@config materialized=\"table\" /] select sum(i) as s from ${source(\"far\", \"t\")}");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("raw.duckdb"));
                var statement = connection.createStatement()) {
            statement.execute("create table t as select range as i from range(10)");
        }
    }

    private void output(String more) {
        shop.file("profiles.yml", """
            shop:
              target: dev
              outputs:
                dev:
                  type: duckdb
                  path: shop.duckdb
                  schema: dev
                  attach: [{path: raw.duckdb, alias: raw, read_only: true}]
            """ + more.indent(6));
    }

    @Test
    void aSourceMayLieInAnotherFile() {
        for (String way : List.of("auto", "file")) {
            output("publish_by: " + way);
            shop.assay("build", "--full-refresh").ends(0);
            assertEquals("45", shop.one("select s::bigint from dev.sums"));
        }
    }

    @Test
    void anotherFileIsOnlyReadWhereThatIsSaid() {
        output("");
        var said =
                shop.assay("run-operation", "--sql", "delete from raw.main.t").ends(1);
        assertTrue(said.err().contains("read-only"), said::toString);
    }

    @Test
    void anExtensionThatIsNotThereIsNamedInTheProfile() {
        output("settings: {extension_directory: " + folder.resolve("none") + ", custom_extension_repository: "
                + folder.resolve("empty") + "}\nextensions: [nosuchextension]");
        var said = shop.assay("build").ends(3);
        assertTrue(said.err().contains("the extension `nosuchextension` is not there"), said::toString);
        assertTrue(said.err().contains("profiles.yml:10:20"), said::toString);
    }

    @Test
    void aSecretIsShownNowhere() throws IOException {
        String value = "only-for-the-lake-51";
        output("secrets: [{type: nosuch, secret: " + value + "}]");
        var said = shop.assay("build", "--debug").ends(2);
        assertFalse((said.out() + said.err()).contains(value), said::toString);
        try (Stream<Path> files = Files.walk(folder.resolve("target"))) {
            assertEquals(
                    List.of(),
                    files.filter(Files::isRegularFile)
                            .filter(file -> holds(file, value))
                            .toList());
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
