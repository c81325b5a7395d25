package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever the engine may say to a warehouse stands in one folder, reviewed. {@code -Dgolden=update} writes it anew, and
 * still fails.
 */
class StatementsTest {

    private static final Path REVIEWED = Path.of("src/test/resources/statements");

    @Test
    void eachSaysWhatWasReviewed() throws IOException {
        var said = new TreeMap<String, String>();
        Worded.all()
                .forEach((type, statements) ->
                        statements.forEach((name, text) -> said.put(type + "/" + name + ".txt", text)));
        var reviewed = new TreeMap<String, String>();
        if (Files.isDirectory(REVIEWED)) {
            try (var files = Files.walk(REVIEWED)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> reviewed.put(
                                REVIEWED.relativize(file).toString().replace('\\', '/'),
                                Worded.read(file).orElseThrow()));
            }
        }
        if (Worded.updates()) {
            said.forEach((name, text) -> Worded.write(REVIEWED.resolve(name), text));
            for (String gone : new TreeSet<>(reviewed.keySet())) {
                if (!said.containsKey(gone)) {
                    Files.delete(REVIEWED.resolve(gone));
                }
            }
        }
        assertEquals(reviewed, said);
    }

    @Test
    void everyWordOfAFileHasASample() {
        Worded.all()
                .forEach((type, statements) -> statements.forEach((name, text) -> assertFalse(
                        text.matches("(?s).*<[a-z_]+>.*"),
                        () -> type + "/" + name + " wants a sample in Samples: " + text)));
    }
}
