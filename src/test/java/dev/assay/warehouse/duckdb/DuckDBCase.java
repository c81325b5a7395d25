package dev.assay.warehouse.duckdb;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.nio.file.Path;

/** A real DuckDB, as tests open it. */
public final class DuckDBCase {

    private DuckDBCase() {}

    public static Warehouse inMemory() {
        return of("{type: duckdb, path: ':memory:'}", Path.of(""));
    }

    public static Warehouse file(Path folder, String name) {
        return of("{type: duckdb, path: " + name + "}", folder);
    }

    public static Warehouse of(String output, Path folder) {
        return Warehouses.make(
                "duckdb",
                new OutputSettings((Yaml.Mapping) YamlReader.readText("profiles.yml", output), folder.toString()));
    }

    public static Rows query(Session session, String sql) {
        return session.query(Statement.of("look", sql));
    }

    public static void run(Session session, String sql) {
        session.execute(Statement.of("prepare", sql));
    }
}
