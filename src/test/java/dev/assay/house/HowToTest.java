package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of {@code docs/how-to} is carried out in a project that {@code assay init shop} has just written. */
class HowToTest {

    private static final Path PAGES = House.ROOT.resolve("docs/how-to");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesAreTrue(String name, @TempDir Path temporary) throws IOException {
        Path folder = temporary.toRealPath();
        var silent = new PrintStream(new ByteArrayOutputStream(), true, java.nio.charset.StandardCharsets.UTF_8);
        Main.run(List.of("init", "shop"), Map.of(), folder, silent, silent);
        new TypedPage(PAGES.resolve(name), folder.resolve("shop"), "assay", Map.of("ASSAY_THREADS", "1")).isTrue();
    }

    /** A page that nobody finds answers no question. */
    @Test
    void theIndexNamesEachPage() throws IOException {
        String index = House.read(House.ROOT.resolve("docs/README.md"));
        assertEquals(
                List.of(),
                pages().filter(name -> !index.contains("(how-to/" + name + ")")).toList());
    }
}
