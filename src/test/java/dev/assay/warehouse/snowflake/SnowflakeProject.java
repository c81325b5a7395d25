package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A project in a folder of its own, built on the stand-in as a user builds it. */
record SnowflakeProject(SnowflakeServer server, Path folder) {

    /** What a command said when it ended. */
    record Said(int exit, String text) {

        Said ends(int code) {
            assertEquals(code, exit, text);
            return this;
        }
    }

    static SnowflakeProject make(SnowflakeServer server, Path folder) {
        var project = new SnowflakeProject(server, folder);
        project.file("assay_project.yml", "name: shop\nversion: '1'\nprofile: shop\n");
        project.profile("shop", SnowflakeCase.PASSWORD);
        return project;
    }

    /** @param further lines of the output, in the place of the usual ones */
    void profile(String name, String further) {
        String output =
                SnowflakeCase.output(server.port(), further + "\nthreads: 2").indent(6);
        file("profiles.yml", name + ":\n  target: snowflake\n  outputs:\n    snowflake:\n" + output);
    }

    void file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void model(String name, String sql) {
        file("models/" + name + ".sql", sql + "\n");
    }

    Said assay(String... args) {
        var told = new ByteArrayOutputStream();
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        int exit = Main.run(List.of(args), Map.of("HOME", folder.toString()), folder, stream, stream);
        return new Said(exit, told.toString(StandardCharsets.UTF_8));
    }

    /** The one value of a query. */
    String one(String sql) {
        try (Session session = SnowflakeCase.of(server).open()) {
            return String.valueOf(SnowflakeCase.query(session, sql).value(0, 0));
        }
    }

    void execute(String... statements) {
        try (Session session = SnowflakeCase.of(server).open()) {
            for (String sql : statements) {
                SnowflakeCase.run(session, sql);
            }
        }
    }

    /** How many relations stand under our names. */
    String leftovers() {
        return one(
                "select count(*) from information_schema.tables where table_name like '%\\\\_\\\\_ASSAY\\\\_%' escape"
                        + " '\\\\'");
    }
}
