package dev.assay.warehouse.snowflake.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of one request: as many as it says, or it is refused before the first. */
record Script(String text, List<Part> parts) {

    /** @param start where it begins in the text */
    record Part(String sql, int start) {}

    private static final Pattern PIECES =
            Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|\"[^\"]*\"|(?:--|//)[^\\n]*|/\\*.*?\\*/|;", Pattern.DOTALL);

    static Script of(String text, Map<String, Object> parameters) {
        var parts = new ArrayList<Part>();
        Matcher piece = PIECES.matcher(text);
        int start = 0;
        while (piece.find()) {
            if (piece.group().equals(";")) {
                add(parts, text, start, piece.start());
                start = piece.end();
            }
        }
        add(parts, text, start, text.length());
        int wanted = Integer.parseInt(String.valueOf(parameters.getOrDefault("MULTI_STATEMENT_COUNT", "1")));
        if (wanted != 0 && parts.size() > 1 && parts.size() != wanted) {
            throw new Refusal(
                    "000008",
                    "0A000",
                    "Actual statement count " + parts.size() + " did not match the desired statement count " + wanted
                            + ".");
        }
        return new Script(text, List.copyOf(parts));
    }

    private static void add(List<Part> parts, String text, int start, int end) {
        String sql = text.substring(start, end);
        if (!sql.isBlank()) {
            parts.add(new Part(sql.strip(), start + sql.indexOf(sql.strip())));
        }
    }

    /** A refusal of one of them, as the service tells it: its own number is lost, its words stand in a frame. */
    Refusal refused(Part part, Refusal own) {
        String before = text.substring(0, part.start());
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int position = before.length() - before.lastIndexOf('\n') - 1;
        String shown = part.sql().length() > 30 ? part.sql().substring(0, 30) + "..." : part.sql();
        return new Refusal(
                "100132",
                "P0000",
                "JavaScript execution error: Uncaught Execution of multiple statements failed on statement \"" + shown
                        + "\" (at line " + line + ", position " + position + ").\n" + own.getMessage()
                        + " in SYSTEM$MULTISTMT at '    throw `Execution of multiple statements failed on statement {0}"
                        + " (at line {1}, position {2}).`.replace('{1}', LINES[i])' position 4\nstackstrace:"
                        + " \nSYSTEM$MULTISTMT line: 10");
    }
}
