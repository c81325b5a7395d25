package dev.assay.examine;

import dev.assay.sql.Rows;
import java.util.List;
import java.util.stream.Collectors;

/** Failing rows as CSV, for {@code target/failures/<test>.csv}. A null is an empty cell, an empty text a quoted one. */
public final class FailuresFile {

    private FailuresFile() {}

    public static String text(Rows rows) {
        var text = new StringBuilder();
        text.append(line(rows.columns().stream().map(Rows.Column::name).toList()));
        rows.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<?> cells) {
        return cells.stream().map(FailuresFile::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean bare = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
