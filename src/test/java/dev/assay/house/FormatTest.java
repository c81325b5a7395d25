package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All Java is formatted by palantir-java-format, without options. {@code make fmt} runs this with {@code
 * -Dformat=update}, which rewrites what is not.
 */
class FormatTest {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private static final boolean UPDATE = "update".equals(System.getProperty("format"));

    @Test
    void everyFileIsFormatted() throws IOException {
        List<Path> files = Stream.of(House.SOURCES, House.TESTS)
                .flatMap(folder -> House.files(folder, ".java").stream())
                .toList();
        // Two cores format 400 files in the time one formats 200: the only parallel stream of the house.
        List<Reformatted> wrong = files.parallelStream()
                .map(FormatTest::reformat)
                .filter(Reformatted::differs)
                .toList();
        var left = new ArrayList<String>();
        for (Reformatted file : wrong) {
            if (UPDATE) {
                Files.writeString(file.path(), file.after());
            } else {
                left.add(House.name(file.path()));
            }
        }
        assertEquals(List.of(), left, "not formatted; `make fmt` mends it");
    }

    private record Reformatted(Path path, String before, String after) {
        boolean differs() {
            return !before.equals(after);
        }
    }

    private static Reformatted reformat(Path path) {
        String before = House.read(path);
        try {
            return new Reformatted(path, before, FORMATTER.formatSourceAndFixImports(before));
        } catch (FormatterException broken) {
            throw new AssertionError(House.name(path) + ": " + broken.getMessage(), broken);
        }
    }
}
