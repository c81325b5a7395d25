package dev.assay.warehouse.postgres;

import dev.assay.UserProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A project in a folder of its own, built in a database of its own as a user builds it. */
final class PostgresShop extends UserProject<PostgresShop> {

    private final PostgresServer server;
    private final String database;

    PostgresShop(Path folder) {
        this(folder, PostgresServer.shared());
    }

    PostgresShop(Path folder, PostgresServer server) {
        this(folder, server, server.database());
    }

    private PostgresShop(Path folder, PostgresServer server, String database) {
        super("shop", folder);
        this.server = server;
        this.database = database;
        project("");
        profile("user: postgres");
    }

    /** Another folder with a project of the same name, which is built into the same database. */
    PostgresShop beside(Path other) {
        return new PostgresShop(other, server, database);
    }

    @Override
    protected PostgresShop self() {
        return this;
    }

    String database() {
        return database;
    }

    /** Whether the server has this version or a newer one. */
    boolean hasServer(int version) {
        return Integer.parseInt(one("show server_version_num")) >= version * 10_000;
    }

    /** Leaves a test out where the server is older. */
    void requireServer(int version, String why) {
        Assumptions.assumeTrue(hasServer(version), why);
    }

    /** A table whose one row says which version of the SQL made it. */
    PostgresShop base(int version) {
        return model("base", TABLE + "select " + version + " as v");
    }

    /** The output, with these further fields. */
    PostgresShop profile(String fields) {
        return profile(fields, database, server.port());
    }

    PostgresShop profile(String fields, String name, int port) {
        return schema("dev", fields, name, port);
    }

    /** The output of another environment, with these further fields. */
    PostgresShop schema(String schema, String fields) {
        return schema(schema, fields, database, server.port());
    }

    private PostgresShop schema(String schema, String fields, String name, int port) {
        return output(
                "dev",
                "type: postgres, host: 127.0.0.1, port: " + port + ", dbname: " + name + ", schema: " + schema
                        + ", threads: 3, " + fields);
    }

    /** A command in a process of its own, which can be killed. */
    Process apart(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.Main"));
        command.addAll(List.of(args));
        try {
            return new ProcessBuilder(command)
                    .directory(folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The rows of a query, cells joined by a bar. */
    List<String> rows(String sql) {
        return rows(connect(), sql);
    }

    String one(String sql) {
        return String.join("\n", rows(sql));
    }

    void execute(String... statements) {
        execute(connect(), statements);
    }

    private Connection connect() {
        try {
            return server.connect(database, "postgres");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What lies in our own schemas. */
    List<String> leftovers() {
        return rows("select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace"
                + " where nspname like '%\\_\\_assay\\_%' and relkind in ('r', 'v', 'm') order by 1");
    }
}
