package dev.assay.examine;

import dev.assay.source.SourceFile;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.warehouse.Wording;
import dev.assay.yaml.Yaml;
import java.util.List;

/** DuckDB in memory. */
final class Engine implements AutoCloseable {

    private final Warehouse warehouse;
    private final Session session;

    Engine() {
        var profiles = new SourceFile("profiles.yml", "");
        warehouse = Warehouses.make("duckdb", new OutputSettings(new Yaml.Mapping(List.of(), profiles.whole()), "."));
        session = warehouse.open();
    }

    void run(String sql) {
        session.execute(Statement.of("set the scene", sql));
    }

    void execute(Statement statement) {
        session.execute(statement);
    }

    Rows query(Statement statement) {
        return session.query(statement);
    }

    Dialect dialect() {
        return warehouse.dialect();
    }

    Wording wording() {
        return warehouse.wording();
    }

    @Override
    public void close() {
        session.close();
        warehouse.close();
    }
}
