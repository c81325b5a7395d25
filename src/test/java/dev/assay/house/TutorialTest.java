package dev.assay.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of {@code docs/tutorials} is carried out in an empty folder. */
class TutorialTest {

    private static final Path PAGES = House.ROOT.resolve("docs/tutorials");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesAreTrue(String name, @TempDir Path temporary) throws IOException {
        Path folder = temporary.toRealPath();
        new TypedPage(PAGES.resolve(name), folder, "assay", Map.of("ASSAY_THREADS", "1")).isTrue();
    }
}
