package dev.assay.warehouse.snowflake.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A staged file as COPY reads it: records end with a line feed, with or without a carriage return before it, and with nothing
 * else. A blank line is refused, and so is a record of another length, unless the statement lets it pass.
 */
record StagedCells(Path zipped, String text, int columns, boolean isCountChecked) {

    static StagedCells of(Path zipped, int columns, boolean isCountChecked) {
        try (var file = new GZIPInputStream(Files.newInputStream(zipped))) {
            return new StagedCells(
                    zipped, new String(file.readAllBytes(), StandardCharsets.UTF_8), columns, isCountChecked);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As the engine behind the stand-in reads them. */
    void rewrite() {
        var written = new StringBuilder();
        for (String record : records()) {
            List<String> cells = cells(record);
            if (record.isEmpty() || (isCountChecked && cells.size() != columns)) {
                throw new Refusal(
                        "100080",
                        "22000",
                        record.isEmpty()
                                ? "End of record reached while expected to parse column"
                                : "Number of columns in file (" + cells.size()
                                        + ") does not match that of the corresponding table (" + columns + ")");
            }
            written.append(cells.stream().limit(columns).collect(Collectors.joining(",")))
                    .append('\n');
        }
        try (var file = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            file.write(written.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> records() {
        List<String> records = new ArrayList<>(parts(text, '\n'));
        if (records.getLast().isEmpty()) {
            records.removeLast();
        }
        return records.stream()
                .map(record -> record.endsWith("\r") ? record.substring(0, record.length() - 1) : record)
                .toList();
    }

    private static List<String> cells(String record) {
        return parts(record, ',');
    }

    private static List<String> parts(String text, char end) {
        var parts = new ArrayList<String>();
        boolean isQuoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            isQuoted ^= text.charAt(i) == '"';
            if (!isQuoted && text.charAt(i) == end) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
