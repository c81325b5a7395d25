package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.CellReader;
import dev.assay.warehouse.PlainCells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/**
 * As most drivers' values, but for days and moments: the driver gives them in the zone of whoever runs us, where some hours of
 * the year are missing, and in the calendar that has no tenth of October 1582.
 */
record SnowflakeCells(PlainCells plain) implements CellReader {

    @Override
    public Object read(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnTypeName(column)) {
            case "DATE" -> day(rows, column);
            // A session of ours says that those without a zone are meant in UTC.
            case "TIMESTAMPNTZ" -> plain.read(utc(rows.getTimestamp(column)));
            case "TIMESTAMPTZ", "TIMESTAMPLTZ" -> zoned(rows.getTimestamp(column));
            case "TIME" -> time(rows.getTimestamp(column));
            default -> plain.read(rows, column);
        };
    }

    /** On the wire it is a count of days. */
    private static Object day(ResultSet rows, int column) throws SQLException {
        long days = rows.getLong(column);
        return rows.wasNull() ? null : LocalDate.ofEpochDay(days).toString();
    }

    private Object zoned(Timestamp moment) {
        return moment == null ? null : plain.read(utc(moment).atOffset(ZoneOffset.UTC));
    }

    private static Object time(Timestamp onTheFirstDay) {
        return onTheFirstDay == null ? null : DateTimeFormatter.ISO_LOCAL_TIME.format(utc(onTheFirstDay));
    }

    private static LocalDateTime utc(Timestamp moment) {
        if (moment == null) {
            return null;
        }
        Calendar clock = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        clock.setTimeInMillis(moment.getTime());
        return LocalDateTime.of(
                clock.get(Calendar.YEAR),
                clock.get(Calendar.MONTH) + 1,
                clock.get(Calendar.DAY_OF_MONTH),
                clock.get(Calendar.HOUR_OF_DAY),
                clock.get(Calendar.MINUTE),
                clock.get(Calendar.SECOND),
                moment.getNanos());
    }
}
