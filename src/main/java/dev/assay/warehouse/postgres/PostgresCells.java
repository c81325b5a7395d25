package dev.assay.warehouse.postgres;

import dev.assay.warehouse.CellReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Values as Postgres prints them; numbers and truths as such. Moments stay text: the driver's types have no infinity and
 * another calendar before 1582.
 */
final class PostgresCells implements CellReader {

    @Override
    public Object read(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : plain(text, rows.getMetaData().getColumnTypeName(column));
    }

    private static Object plain(String text, String type) {
        return switch (type) {
            case "int2", "int4", "int8", "serial", "bigserial", "smallserial", "oid" -> Long.valueOf(text);
            case "numeric" -> isFinite(text) ? new BigDecimal(text) : Double.valueOf(text);
            case "float4", "float8" -> Double.valueOf(text);
            case "bool" -> text.equals("t") || text.equals("true");
            default -> text;
        };
    }

    private static boolean isFinite(String number) {
        char last = number.charAt(number.length() - 1);
        return Character.isDigit(last) || last == '.';
    }
}
