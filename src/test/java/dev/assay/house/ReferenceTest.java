package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/reference} says what the code declares. {@code -Dgolden=update} writes the pages anew, and still fails. */
class ReferenceTest {

    private static final Path FOLDER = House.ROOT.resolve("docs/reference");

    /** The index, and the page that {@code WarehousesPageTest} makes. */
    private static final Set<String> OTHERS = Set.of("README.md", "warehouses.md");

    private static final Map<String, Supplier<String>> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("commands.md", CommandPage::text),
            Map.entry("project-keys.md", KeyPages::project),
            Map.entry("profile-keys.md", KeyPages::profile),
            Map.entry("resource-keys.md", KeyPages::resource),
            Map.entry("templates.md", TemplatePage::text),
            Map.entry("tests.md", TestPage::text),
            Map.entry("selection.md", SelectionPage::text),
            Map.entry("tables.md", TablePage::text),
            Map.entry("events.md", EventPage::text),
            Map.entry("exit-codes.md", CodePages::exitCodes),
            Map.entry("errors.md", CodePages::errors)));

    static Set<String> pages() {
        return PAGES.keySet();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhatTheCodeDeclares(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        String written = Files.exists(file) ? House.read(file) : "";
        String page = PAGES.get(name).get();
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, page);
        }
        assertEquals(written, page);
    }

    /** The index names each page, and no page is left from a time before. */
    @Test
    void theIndexNamesEachPage() throws IOException {
        String index = House.read(House.ROOT.resolve("docs/reference/README.md"));
        assertEquals(
                List.of(),
                pages().stream()
                        .filter(name -> !index.contains("(" + name + ")"))
                        .toList());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !OTHERS.contains(name) && !pages().contains(name))
                            .toList());
        }
    }
}
