package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of this repository on Postgres: the same command, the same profile, another target. */
class ShippedProjectTest {

    @TempDir
    private Path folder;

    @Test
    void itBuildsTwiceWithThePgTarget() throws IOException, SQLException {
        copy(Path.of("profiles.yml"));
        try (Stream<Path> files = Files.walk(Path.of("project"))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(Path.of("project/target")))
                    .forEach(this::copy);
        }
        var server = PostgresServer.shared();
        String database = server.database();
        Map<String, String> environment = Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", String.valueOf(server.port()),
                "PGUSER", "postgres",
                "PGPASSWORD", "any",
                "PGDATABASE", database);
        for (String command : List.of("build", "build", "test", "status")) {
            var said = new ByteArrayOutputStream();
            var printed = new PrintStream(said, true, StandardCharsets.UTF_8);
            int exit = Main.run(List.of(command, "--target", "pg"), environment, folder, printed, printed);
            assertEquals(0, exit, () -> said.toString(StandardCharsets.UTF_8));
        }
        try (var connection = server.connect(database, "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*), min(proof_state), max(generation)"
                        + " from dev_quality.publications where state = 'published'")) {
            row.next();
            assertEquals("32 proven 2", row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
        }
    }

    private void copy(Path file) {
        try {
            Path to = folder.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
