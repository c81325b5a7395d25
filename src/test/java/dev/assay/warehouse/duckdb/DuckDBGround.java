package dev.assay.warehouse.duckdb;

import dev.assay.warehouse.kit.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** DuckDB in its two forms, as the contract wants it. */
public final class DuckDBGround {

    private static final Ground.Looks LOOKS = new Ground.Looks(
            """
            select comment from duckdb_tables() where schema_name = $1 and table_name = $2
            union all
            select comment from duckdb_views() where schema_name = $1 and view_name = $2
            """,
            "select comment from duckdb_columns() where schema_name = ? and table_name = ? and column_name = ?",
            "",
            "");

    private DuckDBGround() {}

    public static Ground parseCache() {
        return new Ground("DuckDB in memory", "duckdb", "path: ':memory:'", false, LOOKS);
    }

    public static Ground file() {
        Path file = temporary();
        return new Ground("DuckDB in a file", "duckdb", "path: '" + file + "'", true, LOOKS);
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("assay-kit");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("kit.duckdb");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
