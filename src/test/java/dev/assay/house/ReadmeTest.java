package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What README shows of a terminal is what a terminal shows: its transcripts are typed, one after the other, into a copy of
 * the shipped project. {@code -Dgolden=update} writes them anew, and still fails.
 */
class ReadmeTest {

    private static final Path README = House.ROOT.resolve("README.md");
    private static final Pattern TRANSCRIPT = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EDIT = Pattern.compile("sed -i 's/([^/]*)/([^/]*)/' (\\S+)");

    @Test
    void transcriptsAreTrue(@TempDir Path temporary) throws IOException {
        Path folder = temporary.toRealPath();
        var stage = new Stage(folder, List.of(), List.of());
        for (String part : List.of("models", "seeds", "tests", "macros", "docs", "analyses", "assay_project.yml")) {
            stage.lay(
                    House.ROOT.resolve("project").resolve(part),
                    folder.resolve("project").resolve(part));
        }
        stage.lay(House.ROOT.resolve("profiles.yml"), folder.resolve("profiles.yml"));
        String written = House.read(README);
        String played = TRANSCRIPT
                .matcher(written)
                .replaceAll(block -> Matcher.quoteReplacement("```console\n" + play(block.group(1), folder) + "```"));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(README, played);
        }
        assertEquals(Masks.mask(written, folder), Masks.mask(played, folder));
    }

    private static String play(String transcript, Path folder) {
        var played = new StringBuilder();
        for (String line :
                transcript.lines().filter(text -> text.startsWith("$ ")).toList()) {
            played.append(line).append('\n').append(type(line.substring(2), folder));
        }
        return played.toString();
    }

    private static String type(String command, Path folder) {
        Matcher edit = EDIT.matcher(command);
        if (edit.matches()) {
            Path file = folder.resolve(edit.group(3));
            try {
                Files.writeString(file, Files.readString(file).replaceAll(edit.group(1), edit.group(2)));
            } catch (IOException unreadable) {
                throw new AssertionError("README edits " + file + ", which cannot be edited", unreadable);
            }
            return "";
        }
        var words = new ArrayList<>(CommandLine.of(command).words());
        assertEquals("./assay", words.removeFirst(), "README types assay's commands only");
        var screen = new ByteArrayOutputStream();
        var stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Main.run(words, Map.of(), folder, stream, stream);
        return screen.toString(StandardCharsets.UTF_8);
    }
}
