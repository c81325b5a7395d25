package dev.assay.warehouse.duckdb;

import dev.assay.warehouse.CellReader;
import dev.assay.warehouse.PlainCells;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * As most drivers' values, but for moments, which the driver's own type counts in days as people did before 1582, leaving
 * ten days out. What Java prints in another way than DuckDB is printed as DuckDB does: times, infinity, blobs, lists and structs.
 *
 * <p>A moment that Java's types cannot tell is a {@link DateTimeException}.
 */
record DuckDBCells(PlainCells plain) implements CellReader {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final DateTimeFormatter ZONED_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private static final LocalDate FOREVER_IN_DAYS = LocalDate.ofEpochDay(Integer.MAX_VALUE);
    private static final LocalDate NEVER_IN_DAYS = LocalDate.ofEpochDay(-Integer.MAX_VALUE);

    /** DuckDB's infinity is the greatest number of the unit, and its negative. */
    private static final Set<LocalDateTime> FOREVER = Set.of(
            EPOCH.plus(Long.MAX_VALUE, ChronoUnit.NANOS),
            EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS),
            EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MILLIS));

    private static final Set<LocalDateTime> NEVER = Set.of(
            EPOCH.plus(-Long.MAX_VALUE, ChronoUnit.NANOS),
            EPOCH.plus(-Long.MAX_VALUE, ChronoUnit.MICROS),
            EPOCH.plus(-Long.MAX_VALUE, ChronoUnit.MILLIS));

    DuckDBCells() {
        this(new PlainCells());
    }

    @Override
    public Object read(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return switch (value) {
            case Timestamp moment -> moment(rows.getObject(column, LocalDateTime.class));
            case OffsetDateTime moment -> zoned(moment);
            case LocalDate day -> day(day);
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case OffsetTime time -> ZONED_TIME.format(time);
            // The driver has the text that DuckDB prints.
            case Blob blob -> rows.getString(column);
            case Array list -> rows.getString(column);
            case Struct struct -> rows.getString(column);
            case Map<?, ?> map -> rows.getString(column);
            case null, default -> plain.read(value);
        };
    }

    private static String day(LocalDate day) {
        if (day.equals(FOREVER_IN_DAYS)) {
            return "infinity";
        }
        return day.equals(NEVER_IN_DAYS) ? "-infinity" : unsigned(requireOurEra(day.getYear(), day.toString()));
    }

    private Object moment(LocalDateTime moment) {
        if (FOREVER.contains(moment)) {
            return "infinity";
        }
        return NEVER.contains(moment)
                ? "-infinity"
                : unsigned(requireOurEra(moment.getYear(), plain.read(moment).toString()));
    }

    private Object zoned(OffsetDateTime moment) {
        LocalDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        Object text = moment(utc);
        return FOREVER.contains(utc) || NEVER.contains(utc) ? text : text + "+00";
    }

    /** Java counts a year nought, and people do not. */
    private static String requireOurEra(int year, String text) {
        if (year < 1) {
            throw new DateTimeException("the year " + year);
        }
        return text;
    }

    /** Java writes years of more than four digits with a plus. */
    private static String unsigned(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }
}
