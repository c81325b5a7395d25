package dev.assay.sql;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as comma-separated text (RFC 4180), a header first. Null is an empty cell, empty text is {@code ""}: a reader who
 * cares can tell them apart.
 */
public final class Csv {

    private Csv() {}

    public static String text(Rows rows) {
        var text = new StringBuilder();
        try {
            write(rows, text);
        } catch (IOException impossible) {
            throw new IllegalStateException("a StringBuilder refused text", impossible);
        }
        return text.toString();
    }

    public static void write(Rows rows, Appendable out) throws IOException {
        out.append(rows.columns().stream().map(column -> cell(column.name())).collect(Collectors.joining(",")));
        out.append("\r\n");
        for (List<Object> row : rows.rows()) {
            out.append(row.stream().map(Csv::cell).collect(Collectors.joining(",")));
            out.append("\r\n");
        }
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean plain = !text.isEmpty()
                && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1));
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
