package dev.assay.warehouse.snowflake.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** COPY reads a backslash outside of quotes as an escape, unless the statement says that nothing is one. */
final class Escapes {

    private static final Map<Character, Character> MEANINGS = Map.of('t', '\t', 'n', '\n', 'r', '\r', 'b', '\b');

    private Escapes() {}

    static void apply(Path zipped) {
        try {
            String text;
            try (var file = new GZIPInputStream(Files.newInputStream(zipped))) {
                text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
            try (var file = new GZIPOutputStream(Files.newOutputStream(zipped))) {
                file.write(read(text).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(String text) {
        var read = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == '\\' && !quoted && i + 1 < text.length()) {
                i++;
                read.append(MEANINGS.getOrDefault(text.charAt(i), text.charAt(i)));
            } else {
                read.append(c);
            }
        }
        return read.toString();
    }
}
