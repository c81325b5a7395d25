package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A project in a folder of its own, worked on as a user does: files are written, commands typed.
 *
 * @param <P> what it is besides
 */
public abstract class UserProject<P extends UserProject<P>> {

    public static final String TABLE = "[@config materialized=\"table\" /] ";

    private final String name;
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a command said when it ended. */
    public record Said(int exit, String out, String err) {

        public Said ends(int code) {
            assertEquals(code, exit, this::toString);
            return this;
        }

        /** All of it, data first. */
        public String text() {
            return out + err;
        }
    }

    /** @param name its own, and its profile's */
    protected UserProject(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    protected abstract P self();

    public final Path folder() {
        return folder;
    }

    public final P file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return self();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public final String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public final P without(String path) {
        try {
            Files.delete(folder.resolve(path));
            return self();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The project file, with these further lines. */
    public final P project(String lines) {
        return file("assay_project.yml", "name: %1$s\nversion: '1'\nprofile: %1$s\n".formatted(name) + lines);
    }

    /** The profile, with this one output. */
    protected final P output(String target, String fields) {
        return file("profiles.yml", "%s:\n  target: %s\n  outputs:\n    %2$s: {%s}\n".formatted(name, target, fields));
    }

    public final P model(String name, String sql) {
        return file("models/" + name + ".sql", sql + "\n");
    }

    /** The models' YAML, from {@code models:} on. */
    public final P yaml(String text) {
        return file("models/models.yml", "version: 2\n" + text);
    }

    protected final P variable(String key, String value) {
        environment.put(key, value);
        return self();
    }

    public final Said assay(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                List.of(args),
                environment,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The rows of a query, cells joined by a bar; closes the connection. */
    protected static List<String> rows(Connection asked, String sql) {
        try (asked;
                var statement = asked.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(cells.stream().map(String::valueOf).collect(Collectors.joining("|")));
            }
            return lines;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    /** Closes the connection. */
    protected static void execute(Connection told, String... statements) {
        try (told;
                var statement = told.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(String.join(";", statements), refused);
        }
    }
}
