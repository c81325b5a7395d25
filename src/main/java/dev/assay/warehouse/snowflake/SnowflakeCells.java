package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.CellReader;
import dev.assay.warehouse.PlainCells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** As most drivers' values, but for moments with a zone: the driver gives them without it. */
record SnowflakeCells(PlainCells plain) implements CellReader {

    @Override
    public Object read(ResultSet rows, int column) throws SQLException {
        String type = rows.getMetaData().getColumnTypeName(column);
        boolean zoned = type.equals("TIMESTAMPTZ") || type.equals("TIMESTAMPLTZ");
        return zoned ? zoned(rows.getTimestamp(column)) : plain.read(rows, column);
    }

    private Object zoned(Timestamp moment) {
        return moment == null ? null : plain.read(OffsetDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC));
    }
}
