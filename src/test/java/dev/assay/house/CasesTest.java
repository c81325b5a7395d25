package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.assay.project.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder with a {@code command} below {@code src/test/resources/cases} is a test: what a user types and sees. {@link
 * Case} tells what may lie in it. {@code make golden} writes what is seen into the folders, and fails all the same: a
 * person reads the difference.
 */
class CasesTest {

    private static final boolean CI = "true".equals(System.getenv("CI"));
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    @TestFactory
    Stream<DynamicTest> cases() {
        assertFalse(CI && UPDATE, "CI does not rewrite what it expects");
        return House.files(House.CASES, "/command").stream()
                .map(command -> new Case(command.getParent()))
                .map(each -> DynamicTest.dynamicTest(each.name(), each.folder().toUri(), () -> play(each)));
    }

    private static void play(Case played) throws IOException, SQLException {
        Stage stage = Stage.set(played);
        Outcome outcome = Outcome.of(played, stage);
        keepsItsSecrets(played, stage);
        Map<String, String> expected = new TreeMap<>(outcome.files());
        expected.replaceAll((file, text) -> expected(played, file));
        boolean isNew = played.isNew();
        if (!expected.equals(outcome.files()) && (UPDATE || isNew) && !CI) {
            write(played, outcome.files());
            stage.close();
            fail(played.name() + (isNew ? ": expected nothing yet, and now does" : ": rewritten")
                    + "; read the difference");
        }
        outcome.files()
                .forEach((file, text) -> assertEquals(
                        expected.get(file), text, played.name() + "/" + file + ", played in " + stage.folder()));
        stage.close();
    }

    /** No file that is made again by every run holds what an environment variable with a secret's name holds. */
    private static void keepsItsSecrets(Case played, Stage stage) throws IOException {
        Path target = stage.folder().resolve("project/target");
        if (!Files.isDirectory(target)) {
            return;
        }
        for (var variable : played.environment().entrySet()) {
            if (Secrets.looksSecret(variable.getKey())) {
                for (Path file : House.files(target, "")) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertFalse(text.contains(variable.getValue()), file + " holds " + variable.getKey());
                }
            }
        }
    }

    private static String expected(Case played, String file) {
        // Line ends, and what a person wrote unmasked, compare as what a run tells.
        return Masks.mask(played.text(file), Path.of("/the/folder/of/no/case"));
    }

    private static void write(Case played, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = played.folder().resolve(file.getKey());
            if (file.getValue().isEmpty()) {
                Files.deleteIfExists(path);
            } else {
                Files.writeString(path, file.getValue());
            }
        }
    }
}
