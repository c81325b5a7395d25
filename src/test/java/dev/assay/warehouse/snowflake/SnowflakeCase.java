package dev.assay.warehouse.snowflake;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.nio.file.Path;

/** The stand-in, reached through the adapter and the official driver, as a profile reaches it. */
public final class SnowflakeCase {

    static final String PASSWORD = "password: correct horse";

    private SnowflakeCase() {}

    public static Warehouse of(SnowflakeServer server) {
        return of(server, PASSWORD, Path.of(""));
    }

    /** @param further lines of the output, in the place of those that {@link #output} has */
    static Warehouse of(SnowflakeServer server, String further, Path folder) {
        return make(output(server.port(), further), folder);
    }

    static Warehouse make(String output, Path folder) {
        return Warehouses.make(
                "snowflake",
                new OutputSettings((Yaml.Mapping) YamlReader.readText("profiles.yml", output), folder.toString()));
    }

    /** An output of profiles.yml; whatever the further lines name stands there only. */
    public static String output(int port, String further) {
        var lines = new StringBuilder(further.strip()).append('\n');
        String usual = """
            type: snowflake
            account: testorg-shop
            host: 127.0.0.1
            port: %d
            protocol: http
            user: anna
            role: transformer
            warehouse: transforming
            database: inventory
            schema: dev
            connect_timeout: 5
            connect_retries: 2
            """.formatted(port);
        usual.lines()
                .filter(line -> !further.contains(line.substring(0, line.indexOf(':') + 1)))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** A session at work in a schema {@code dev} in which nothing stands. */
    static Session emptied(SnowflakeServer server) {
        Session session = of(server).open();
        run(session, "drop schema if exists inventory.dev cascade");
        run(session, "create schema inventory.dev");
        return session;
    }

    static Rows query(Session session, String sql) {
        return session.query(Statement.of("look", sql));
    }

    static void run(Session session, String sql) {
        session.execute(Statement.of("prepare", sql));
    }
}
