package dev.assay.warehouse.duckdb;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A refusal in DuckDB's words. With {@code errors_as_json} it comes as one object of texts, now and then wrapped in further
 * words, now and then as the plain text that people see.
 *
 * @param type the word before {@code Error:}, as in {@code Binder}
 * @param message what follows it, over several lines
 * @param position in bytes of the statement
 */
record DuckDBWords(String type, String message, Optional<Integer> position) {

    private static final String WRAPPER =
            "Attempting to execute an unsuccessful or closed pending query result\nError: ";
    private static final String MARK = " Error: ";

    static DuckDBWords of(String thrown) {
        int wrapped = thrown.indexOf(WRAPPER);
        String inner = wrapped < 0 ? thrown : thrown.substring(wrapped + WRAPPER.length());
        int object = inner.indexOf("{\"exception_type\":");
        return object < 0 ? plain(inner) : described(FlatJson.read(inner.substring(object)));
    }

    private static DuckDBWords described(Map<String, String> parts) {
        return new DuckDBWords(
                parts.getOrDefault("exception_type", ""),
                parts.getOrDefault("exception_message", ""),
                Optional.ofNullable(parts.get("position")).map(Integer::valueOf));
    }

    private static DuckDBWords plain(String text) {
        int line = text.indexOf("\n\nLINE ");
        String words = line < 0 ? text : text.substring(0, line);
        int mark = words.indexOf(MARK);
        return mark < 0
                ? new DuckDBWords("", words, Optional.empty())
                : new DuckDBWords(words.substring(0, mark), words.substring(mark + MARK.length()), Optional.empty());
    }

    /** As people know them: {@code Binder Error: Referenced column …}, hints on further lines. */
    String plain() {
        String lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return type.isEmpty() ? lines : type + MARK + lines;
    }

    /** Where it points in the statement, in characters. */
    OptionalInt offset(String statement) {
        if (position.isEmpty()) {
            return OptionalInt.empty();
        }
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        int before = Math.clamp(position.get(), 0, bytes.length);
        return OptionalInt.of(new String(bytes, 0, before, StandardCharsets.UTF_8).length());
    }
}
