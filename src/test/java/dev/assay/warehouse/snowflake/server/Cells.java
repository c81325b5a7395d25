package dev.assay.warehouse.snowflake.server;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's rows in the wire's form. */
final class Cells {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
    private static final long SECOND = 1_000_000_000L;

    private Cells() {}

    /** @param most after so many rows the rest is left out */
    static Table table(ResultSet rows, int most) throws SQLException {
        ResultSetMetaData header = rows.getMetaData();
        var columns = new ArrayList<Table.Column>();
        for (int i = 1; i <= header.getColumnCount(); i++) {
            columns.add(column(header.getColumnLabel(i), header.getColumnTypeName(i)));
        }
        var lines = new ArrayList<List<String>>();
        while (lines.size() < most && rows.next()) {
            var line = new ArrayList<String>();
            for (int i = 1; i <= columns.size(); i++) {
                line.add(text(rows, i, columns.get(i - 1).type()));
            }
            lines.add(line);
        }
        return new Table(Table.SELECT, columns, lines, Map.of());
    }

    private static Table.Column column(String name, String engineType) {
        String type = engineType.toUpperCase(Locale.ROOT);
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            return new Table.Column(
                    name, "fixed", Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UBIGINT", "UINTEGER" ->
                Table.Column.count(name);
            case "DOUBLE", "FLOAT" -> new Table.Column(name, "real", 0, 0);
            case "BOOLEAN" -> new Table.Column(name, "boolean", 0, 0);
            case "DATE" -> new Table.Column(name, "date", 0, 0);
            case "TIME" -> new Table.Column(name, "time", 0, 9);
            case "TIMESTAMP", "TIMESTAMP_MS", "TIMESTAMP_S" -> new Table.Column(name, "timestamp_ntz", 0, 9);
            case "TIMESTAMP WITH TIME ZONE" -> new Table.Column(name, "timestamp_tz", 0, 9);
            case "BLOB" -> new Table.Column(name, "binary", 0, 0);
            case "VARCHAR", "\"NULL\"", "NULL" -> Table.Column.text(name);
            case String other -> throw Refusal.unsupported("type " + other);
        };
    }

    private static String text(ResultSet rows, int i, String type) throws SQLException {
        if (rows.getObject(i) == null) {
            return null;
        }
        return switch (type) {
            case "date" -> String.valueOf(((LocalDate) rows.getObject(i)).toEpochDay());
            case "time" -> time(LocalTime.parse(rows.getObject(i).toString()));
            case "timestamp_ntz" -> moment(rows.getObject(i, LocalDateTime.class));
            case "timestamp_tz" -> zoned(rows.getObject(i, OffsetDateTime.class));
            case "boolean" -> rows.getBoolean(i) ? "1" : "0";
            case "binary" -> hex(rows.getBlob(i));
            default ->
                rows.getObject(i) instanceof BigDecimal number
                        ? number.toPlainString()
                        : rows.getObject(i).toString();
        };
    }

    private static String time(LocalTime time) {
        return time.toSecondOfDay() + "." + nanos(time.get(ChronoField.NANO_OF_SECOND));
    }

    private static String moment(LocalDateTime moment) {
        return seconds(moment.toEpochSecond(ZoneOffset.UTC), moment.get(ChronoField.NANO_OF_SECOND));
    }

    private static String zoned(OffsetDateTime moment) {
        int minutes = moment.getOffset().getTotalSeconds() / 60;
        return seconds(moment.toEpochSecond(), moment.get(ChronoField.NANO_OF_SECOND)) + " " + (minutes + 1440);
    }

    /** One number: half a second before the epoch is -0.5. */
    private static String seconds(long seconds, int nanos) {
        return BigDecimal.valueOf(seconds)
                .add(BigDecimal.valueOf(nanos, 9))
                .setScale(9)
                .toPlainString();
    }

    private static String nanos(int nanos) {
        return String.valueOf(SECOND + nanos).substring(1);
    }

    private static String hex(Blob blob) throws SQLException {
        return HexFormat.of().withUpperCase().formatHex(blob.getBytes(1, (int) blob.length()));
    }
}
