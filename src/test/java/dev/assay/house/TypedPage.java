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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page whose examples are carried out from top to bottom. A block whose first line names a file, {@code ```sql models/x.sql},
 * writes that file; the commands of a {@code ```console} block are typed, and what they print takes the place of what the page
 * shows. Any other block is only read.
 *
 * @param folder where the commands are typed
 * @param program the word with which commands begin
 * @param variables of the environment in which the commands run
 */
record TypedPage(Path page, Path folder, String program, Map<String, String> variables) {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^```(?<kind>\\w+)(?: (?<file>\\S+))?\n(?<text>.*?)^```$", Pattern.DOTALL);
    private static final Pattern EDIT = Pattern.compile("sed -i 's/([^/]*)/([^/]*)/' (\\S+)");
    private static final Pattern REMOVAL = Pattern.compile("rm (\\S+)");

    /** With {@code -Dgolden=update} the page is written anew, and the test still fails. */
    void isTrue() throws IOException {
        String written = House.read(page);
        String played = BLOCK.matcher(written).replaceAll(block -> Matcher.quoteReplacement(played(block.group())));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(page, played);
        }
        assertEquals(Masks.mask(written, folder), Masks.mask(played, folder), page.toString());
    }

    private String played(String written) {
        Matcher block = BLOCK.matcher(written);
        if (!block.matches()) {
            throw new AssertionError("no block: " + written);
        }
        if (block.group("kind").equals("console")) {
            return "```console\n" + typed(block.group("text")) + "```";
        }
        if (block.group("file") != null) {
            write(folder.resolve(block.group("file")), block.group("text"));
        }
        return written;
    }

    private String typed(String transcript) {
        var played = new StringBuilder();
        for (String line :
                transcript.lines().filter(text -> text.startsWith("$ ")).toList()) {
            played.append(line).append('\n').append(type(line.substring(2)));
        }
        return played.toString();
    }

    private String type(String command) {
        Matcher edit = EDIT.matcher(command);
        if (edit.matches()) {
            Path file = folder.resolve(edit.group(3));
            write(file, House.read(file).replaceAll(edit.group(1), edit.group(2)));
            return "";
        }
        Matcher removal = REMOVAL.matcher(command);
        if (removal.matches()) {
            remove(folder.resolve(removal.group(1)));
            return "";
        }
        return answer(CommandLine.of(command));
    }

    private String answer(CommandLine line) {
        var words = new ArrayList<>(line.words());
        assertEquals(program, words.removeFirst(), page + " types other commands than assay's");
        var given = new TreeMap<>(variables);
        given.putAll(line.variables());
        var screen = new ByteArrayOutputStream();
        var stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Main.run(words, given, folder, stream, stream);
        return screen.toString(StandardCharsets.UTF_8);
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new AssertionError(page + " writes " + file + ", which cannot be written", refused);
        }
    }

    private void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException refused) {
            throw new AssertionError(page + " removes " + file + ", which cannot be removed", refused);
        }
    }
}
