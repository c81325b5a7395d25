package dev.assay.report;

import dev.assay.json.JsonWriter;
import dev.assay.sql.Csv;
import dev.assay.sql.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Rows as a table for people, as CSV, as JSON. */
public final class TableDrawing {

    private static final int WIDEST_CELL = 40;
    private static final String NULL = "null";

    private TableDrawing() {}

    /** Header, rule and rows; numbers stand on the right, long cells lose their middle. */
    public static String text(Rows rows) {
        List<String> lines = lines(rows);
        String rule = lines.getFirst().replaceAll("[^|]", "-").replace('|', '+');
        var text = new StringBuilder();
        text.append(" ").append(lines.getFirst().stripTrailing()).append('\n');
        text.append("-").append(rule).append("-\n");
        lines.stream()
                .skip(1)
                .forEach(line -> text.append(" ").append(line.stripTrailing()).append('\n'));
        return text.append(new Counted(rows.rows().size(), "row")).append('\n').toString();
    }

    /** The same for rows that are no data of anybody's: what is not there is left blank. */
    public static String blank(Rows rows) {
        List<List<Object>> filled = rows.rows().stream()
                .map(row -> row.stream()
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList())
                .toList();
        return text(new Rows(rows.columns(), filled));
    }

    public static String csv(Rows rows) {
        return Csv.text(rows);
    }

    /** One array of one object per row. */
    public static String json(Rows rows) {
        return JsonWriter.text(json -> {
                    json.array();
                    for (List<Object> row : rows.rows()) {
                        json.object();
                        IntStream.range(0, row.size())
                                .forEach(i -> json.field(rows.columns().get(i).name(), row.get(i)));
                        json.end();
                    }
                    json.end();
                })
                + "\n";
    }

    /** Header and rows, cells joined by bars, without a rule: what stands under the carets of a failing test. */
    static List<String> lines(Rows rows) {
        int columns = rows.columns().size();
        var cells = new ArrayList<List<String>>();
        cells.add(rows.columns().stream().map(column -> shown(column.name())).toList());
        rows.rows()
                .forEach(row -> cells.add(row.stream().map(TableDrawing::shown).toList()));
        int[] widths = IntStream.range(0, columns)
                .map(i -> cells.stream()
                        .mapToInt(row -> Glyphs.width(row.get(i)))
                        .max()
                        .orElse(0))
                .toArray();
        boolean[] right = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            right[i] = isNumeric(rows, i);
        }
        return cells.stream().map(row -> line(row, widths, right)).toList();
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : " | ");
            line.append(right[i] ? Glyphs.padLeft(row.get(i), widths[i]) : Glyphs.padRight(row.get(i), widths[i]));
        }
        return line.toString();
    }

    private static String shown(Object value) {
        return value == null ? NULL : Glyphs.cutMiddle(Glyphs.visible(value.toString()), WIDEST_CELL);
    }

    private static boolean isNumeric(Rows rows, int column) {
        var values = rows.rows().stream().map(row -> row.get(column)).filter(value -> value != null);
        var found = values.toList();
        return !found.isEmpty() && found.stream().allMatch(value -> value instanceof Number);
    }
}
