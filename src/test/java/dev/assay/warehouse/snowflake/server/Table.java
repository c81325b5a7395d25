package dev.assay.warehouse.snowflake.server;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a statement brought: columns and rows as the wire wants them, all values text.
 *
 * @param kind the number by which the driver tells statements apart
 * @param extra what only some statements answer, such as the stage of an upload
 */
record Table(long kind, List<Column> columns, List<List<String>> rows, Map<String, Object> extra) {

    static final long SELECT = 0x1000;
    static final long INSERT = 0x3100;
    static final long UPDATE = 0x3200;
    static final long DELETE = 0x3300;
    static final long MERGE = 0x3400;
    static final long COPY = 0x3600;
    static final long SESSION = 0x4100;
    static final long USE = 0x4300;
    static final long TRANSACTION = 0x5000;
    static final long DEFINITION = 0x6000;
    static final long MANY = 0xA000;
    static final long PUT = 0x7102;

    record Column(String name, String type, int precision, int scale) {

        static Column text(String name) {
            return new Column(name, "text", 0, 0);
        }

        static Column count(String name) {
            return new Column(name, "fixed", 38, 0);
        }
    }

    /** The answer to a request as a whole that had several statements. */
    static Table several() {
        return new Table(
                MANY,
                List.of(Column.text("multiple statement execution")),
                List.of(List.of("Multiple statements executed successfully.")),
                Map.of());
    }

    static Table done(long kind) {
        return new Table(
                kind, List.of(Column.text("status")), List.of(List.of("Statement executed successfully.")), Map.of());
    }

    /** Rows touched, as the statement of this kind tells of them. */
    static Table touched(long kind, long rows) {
        List<Column> columns = switch ((int) kind) {
            case (int) INSERT -> counts("number of rows inserted");
            case (int) UPDATE -> counts("number of rows updated", "number of multi-joined rows updated");
            case (int) DELETE -> counts("number of rows deleted");
            default -> counts("number of rows inserted", "number of rows updated");
        };
        var row = new java.util.ArrayList<>(Collections.nCopies(columns.size(), "0"));
        row.set(0, String.valueOf(rows));
        return new Table(kind, columns, List.of(row), Map.of());
    }

    private static List<Column> counts(String... names) {
        return Arrays.stream(names).map(Column::count).toList();
    }
}
