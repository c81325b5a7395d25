package dev.assay.warehouse.duckdb;

import dev.assay.warehouse.CellReader;
import dev.assay.warehouse.PlainCells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;

/**
 * As most drivers' values, but for moments: the driver's own type for them counts days as people did before 1582, and
 * leaves ten days out.
 */
record DuckDBCells(PlainCells plain) implements CellReader {

    DuckDBCells() {
        this(new PlainCells());
    }

    @Override
    public Object read(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return plain.read(value instanceof Timestamp ? rows.getObject(column, LocalDateTime.class) : value);
    }
}
