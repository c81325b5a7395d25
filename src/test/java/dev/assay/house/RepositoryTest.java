package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a visitor meets: pages whose links lead somewhere, a page and a case for every problem, a short README. */
class RepositoryTest {

    private static final Path ERRORS = House.ROOT.resolve("docs/errors");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\n]*\\]\\((?<target>[^)\\s]+)\\)");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> dead = House.files(House.ROOT, ".md").stream()
                .flatMap(page -> links(page)
                        .filter(target -> !target.matches("[a-z]+:.*|#.*"))
                        .filter(target -> !Files.exists(page.resolveSibling(target.replaceFirst("#.*", ""))
                                .normalize()))
                        .map(target -> House.name(page) + " → " + target))
                .toList();
        assertEquals(List.of(), dead);
    }

    @Test
    void everyProblemHasItsPage() {
        assertEquals(List.of(), missing(code -> Files.isRegularFile(ERRORS.resolve(code.word() + ".md"))));
    }

    @Test
    void everyProblemHasItsCase() {
        assertEquals(
                List.of(),
                missing(code -> Files.isDirectory(House.CASES.resolve("errors").resolve(code.word()))));
    }

    @Test
    void everyPageOfAProblemHasItsCode() {
        if (!Files.isDirectory(ERRORS)) {
            return;
        }
        List<String> orphans = House.files(ERRORS, ".md").stream()
                .map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))
                .filter(word -> !word.equals("README") && Code.of(word).isEmpty())
                .toList();
        assertEquals(List.of(), orphans);
    }

    @Test
    void theReadmeIsShort() {
        long lines = House.read(House.ROOT.resolve("README.md")).lines().count();
        assertTrue(lines < 150, "README.md has " + lines + " lines");
    }

    private static List<String> missing(Predicate<Code> isThere) {
        return Stream.of(Code.values())
                .filter(code -> !isThere.test(code))
                .map(Code::word)
                .toList();
    }

    private static Stream<String> links(Path page) {
        String text = CODE_BLOCK.matcher(House.read(page)).replaceAll("");
        return LINK.matcher(text).results().map(found -> found.group(1));
    }
}
