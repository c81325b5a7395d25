package dev.assay.warehouse.snowflake.server;

import dev.assay.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine refuses, in Snowflake's numbers and manner: with a line, counted from 1, and a position, from 0. */
final class EngineErrors {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern MISSING = Pattern.compile("with name \"?([^\\s\"!]+)\"? does not exist");

    private EngineErrors() {}

    static Refusal read(SQLException refused, String sql) {
        String thrown = String.valueOf(refused.getMessage());
        int object = thrown.indexOf("{\"exception_type\":");
        if (object < 0) {
            return new Refusal("000603", "XX000", thrown);
        }
        Map<String, Object> said = Request.object(JsonReader.readText("refusal", thrown.substring(object)));
        return read(
                String.valueOf(said.get("exception_type")),
                String.valueOf(said.get("exception_message")),
                said.containsKey("position") ? place(sql, String.valueOf(said.get("position"))) : "");
    }

    private static Refusal read(String type, String message, String place) {
        String first = message.lines().findFirst().orElse("");
        return switch (type) {
            case "INTERRUPT" -> new Refusal("000604", "57014", "SQL execution canceled");
            case "Parser" ->
                new Refusal(
                        "001003",
                        "42000",
                        "SQL compilation error:\nsyntax error" + place + " unexpected '" + quoted(first) + "'.");
            case "Catalog" -> catalog(first, place);
            case "Binder" ->
                new Refusal(
                        "000904",
                        "42000",
                        "SQL compilation error:" + (place.isEmpty() ? "" : " error" + place) + "\ninvalid identifier '"
                                + quoted(first) + "'");
            case "Conversion", "Invalid Input", "Out of Range" -> new Refusal("100038", "22018", first);
            case "TransactionContext" -> new Refusal("000625", "57014", "Statement has locked table: " + first);
            case String other -> new Refusal("100132", "P0000", other + ": " + first);
        };
    }

    private static Refusal catalog(String first, String place) {
        Matcher missing = MISSING.matcher(first);
        if (missing.find()) {
            boolean function = first.contains("Function");
            return function
                    ? new Refusal(
                            "002140",
                            "42601",
                            "SQL compilation error:" + place + "\nUnknown function " + missing.group(1))
                    : new Refusal(
                            "002003",
                            "42S02",
                            "SQL compilation error:" + (place.isEmpty() ? "" : " error" + place) + "\nObject '"
                                    + missing.group(1) + "' does not exist or not authorized.");
        }
        return first.contains("already exists")
                ? new Refusal(
                        "002002", "42710", "SQL compilation error:\nObject '" + quoted(first) + "' already exists.")
                : new Refusal("002002", "42710", "SQL compilation error:\n" + first);
    }

    private static String quoted(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? quoted.group(1) : message;
    }

    private static String place(String sql, String position) {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        int end = Math.clamp(Integer.parseInt(position), 0, bytes.length);
        String before = new String(bytes, 0, end, StandardCharsets.UTF_8);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n') - 1;
        return " line " + line + " at position " + column;
    }
}
