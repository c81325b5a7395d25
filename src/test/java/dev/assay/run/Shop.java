package dev.assay.run;

import dev.assay.UserProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A project in a folder of its own, built as a user builds it. */
final class Shop extends UserProject<Shop> {

    /** {@code -Dassay.publish_by=file}: the same laws hold for a run that builds in a copy of the file. */
    private static final String WAY = System.getProperty("assay.publish_by", "auto");

    private String way = WAY;

    Shop(Path folder) {
        super("shop", folder);
        project("");
        publishedBy(WAY);
    }

    Shop publishedBy(String way) {
        this.way = way;
        return output("dev", "type: duckdb, path: shop.duckdb, schema: dev, threads: 2, publish_by: " + way);
    }

    @Override
    protected Shop self() {
        return this;
    }

    Path database() {
        return folder().resolve("shop.duckdb");
    }

    /** The rows of a query, cells joined by a bar. */
    List<String> rows(String sql) {
        return rows(reading(), sql);
    }

    /** As the program itself opens the file, for one process cannot have it open in two ways. */
    private Connection reading() {
        var properties = new Properties();
        if (Files.exists(database()) && way.equals("file")) {
            properties.setProperty("access_mode", "READ_ONLY");
        }
        return connect(properties);
    }

    String one(String sql) {
        return String.join("\n", rows(sql));
    }

    void execute(String... statements) {
        execute(connect(new Properties()), statements);
    }

    private Connection connect(Properties properties) {
        try {
            return DriverManager.getConnection("jdbc:duckdb:" + database(), properties);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** All relations of the data schema, with their kinds. */
    List<String> relations() {
        return rows("select table_name || ' ' || case table_type when 'VIEW' then 'view' else 'table' end"
                + " from information_schema.tables where table_schema = 'dev' order by 1");
    }

    /** What is under our names. */
    List<String> leftovers() {
        return relations().stream().filter(name -> name.contains("__assay_")).toList();
    }

    /** What the registry says of a node's newest row: state, proof and generation. */
    String registered(String node) {
        return one("select state || ' ' || proof_state || coalesce(' ' || generation, '') from dev_quality.publications"
                + " where node_id like '%." + node + "' order by ts desc, generation desc nulls first limit 1");
    }
}
