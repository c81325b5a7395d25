package dev.assay.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/** How most drivers' values become plain ones. Times print as engines print them, in UTC. */
public final class PlainCells implements CellReader {

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(java.util.Locale.ROOT);

    @Override
    public Object read(ResultSet rows, int column) throws SQLException {
        return plain(rows.getObject(column));
    }

    /** A value that an adapter has read in its own way. */
    public Object read(Object value) {
        return plain(value);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> new BigDecimal(number);
            case BigDecimal number -> number;
            case Double number -> number;
            case Float number -> Double.valueOf(number.toString());
            case Timestamp moment -> print(moment.toLocalDateTime());
            case LocalDateTime moment -> print(moment);
            case OffsetDateTime moment ->
                print(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00";
            case byte[] bytes -> HexFormat.of().withUpperCase().formatHex(bytes);
            default -> value.toString();
        };
    }

    private static String print(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
