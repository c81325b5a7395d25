package dev.assay.warehouse.snowflake.server;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

/** Bound values as the driver sends them: a type's word and a text. */
final class Binds {

    private static final long DAY = 86_400_000L;

    private Binds() {}

    static void to(PreparedStatement statement, Map<String, Object> binds) throws SQLException {
        for (int i = 1; i <= binds.size(); i++) {
            Map<String, Object> bind = Request.object(binds.get(String.valueOf(i)));
            statement.setObject(i, value(String.valueOf(bind.get("type")), bind.get("value")));
        }
    }

    private static Object value(String type, Object written) {
        if (written == null) {
            return null;
        }
        String text = written.toString();
        return switch (type) {
            case "FIXED" -> number(new BigDecimal(text));
            case "REAL" -> Double.valueOf(text);
            case "BOOLEAN" -> Boolean.valueOf(text);
            case "DATE" -> LocalDate.ofEpochDay(Math.floorDiv(Long.parseLong(text), DAY));
            case "TEXT", "ANY" -> text;
            default -> throw Refusal.unsupported("bound values of type " + type);
        };
    }

    private static Object number(BigDecimal number) {
        return number.scale() == 0 && number.precision() < 19 ? (Object) number.longValueExact() : number;
    }
}
