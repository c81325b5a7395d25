package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages for users are read at first reading: lines that fit, sentences that end. */
class PagesTest {

    static final int WIDEST = 120;
    static final int LONGEST = 25;

    private static final List<String> PAGES = List.of(
            "docs/README.md",
            "docs/SEMANTICS.md",
            "docs/ROADMAP.md",
            "docs/contributing/new-warehouse.md",
            "docs/how-to",
            "docs/reference",
            "docs/tutorials",
            "CONTRIBUTING.md",
            "SECURITY.md");

    static Stream<String> pages() {
        return PAGES.stream()
                .map(House.ROOT::resolve)
                .flatMap(path -> Files.isDirectory(path) ? House.files(path, ".md").stream() : Stream.of(path))
                .map(House::name);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linesAndSentencesAreShort(String name) {
        var wrong = new ArrayList<String>();
        String page = House.read(Path.of(name)).replaceAll("(?s)```.*?```", "");
        page.lines()
                .filter(line -> !line.startsWith("|") && line.length() > WIDEST)
                .forEach(wrong::add);
        sentences(page)
                .filter(sentence -> sentence.split("\\s+", -1).length > LONGEST)
                .forEach(wrong::add);
        assertEquals(List.of(), wrong);
    }

    /** Of prose, of items and of the cells of tables. */
    private static Stream<String> sentences(String prose) {
        String parted = prose.lines()
                .map(line -> line.isBlank() || line.matches("\\s*(?:[|#-]|\\d+\\. ).*") ? "\n\n" + line : line)
                .collect(Collectors.joining("\n"));
        return Stream.of(parted.split("\n\n+|(?<=[.;:?])\\s|\\||·", -1)).map(String::strip);
    }
}
