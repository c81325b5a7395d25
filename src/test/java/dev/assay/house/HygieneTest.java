package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler sees: SQL in Java, files that grow, rooms whose name says nothing, one machine's paths. */
class HygieneTest {

    private static final Set<String> NAMES_THAT_SAY_NOTHING = Set.of(
            "util", "utils", "common", "core", "helper", "helpers", "manager", "service", "impl", "base", "misc");

    /** Files over 300 lines, each with its reason. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "src/test/java/dev/assay/artifact/Shop.java", "one project with a resource of every kind, written by hand",
            "src/test/java/dev/assay/examine/VerdictTest.java", "one verdict after the other, each a few lines",
            "src/test/java/dev/assay/recall/RecallTest.java",
                    "one edit of a project after the other, each a few lines");

    private static final int LONG = 300;

    /** Text that begins as a statement does: in one line, or as the first line of a block. */
    private static final Pattern SQL = Pattern.compile(
            "\"(?:\"\"\\s*)?\\s*(?:select\\s|with \\w+ as\\b|insert into\\b|merge into\\b|delete from\\b|update \\S+"
                    + " set\\b|create (?:or replace |temp(?:orary)?"
                    + " )*(?:table|view|schema|index|macro|sequence|type)\\b|drop"
                    + " (?:table|view|schema|index|macro|sequence|type)\\b|alter"
                    + " (?:table|view|schema)\\b|truncate\\s|begin transaction\\b|rename to\\b)",
            Pattern.CASE_INSENSITIVE);

    // In two pieces, so that this file does not find itself.
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?:^|[^\\w.${}-])/(?:wo" + "rk|ro" + "ot)/|/tm" + "p/[a-z]");

    private static final Set<String> TEXT = Set.of(
            "java",
            "md",
            "sql",
            "ftl",
            "yml",
            "yaml",
            "xml",
            "json",
            "sh",
            "py",
            "csv",
            "txt",
            "properties",
            "assay",
            "run",
            "Makefile",
            "command",
            "stdout",
            "stderr",
            "setup",
            "environment",
            "tables");

    @Test
    void wordsOfSqlStandInFiles() {
        assertEquals(List.of(), lines(House.files(House.SOURCES, ".java"), SQL));
    }

    @Test
    void longFilesHaveAReason() {
        List<String> grown = Stream.of(House.SOURCES, House.TESTS)
                .flatMap(folder -> House.files(folder, ".java").stream())
                .filter(file -> House.read(file).lines().count() > LONG)
                .map(House::name)
                .filter(name -> !LONG_FILES.containsKey(name))
                .toList();
        assertEquals(List.of(), grown, "over " + LONG + " lines, without a reason in LONG_FILES");
        List<String> gone = LONG_FILES.keySet().stream()
                .filter(name -> !Files.exists(House.ROOT.resolve(name)))
                .toList();
        assertEquals(List.of(), gone, "in LONG_FILES, and gone");
    }

    @Test
    void roomsHaveTellingNames() {
        List<String> silent = House.files(House.SOURCES, ".java").stream()
                .map(file -> House.SOURCES.relativize(file.getParent()))
                .filter(room -> Stream.of(room.toString().split("/")).anyMatch(NAMES_THAT_SAY_NOTHING::contains))
                .map(Path::toString)
                .distinct()
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void everyRoomSaysWhatItHolds() {
        List<String> silent = House.files(House.SOURCES, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(room -> !room.endsWith("dev/assay"))
                .filter(room -> !Files.exists(room.resolve("package-info.java")))
                .map(House::name)
                .toList();
        assertEquals(List.of(), silent, "no package-info.java");
    }

    @Test
    void noFileKnowsOneMachine() {
        List<Path> files = House.files(House.ROOT, "").stream()
                .filter(file -> TEXT.contains(ending(file)))
                .toList();
        assertEquals(List.of(), lines(files, MACHINE_PATH));
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Where the pattern is found, as {@code file:line: text}. */
    private static List<String> lines(List<Path> files, Pattern pattern) {
        return files.stream()
                .flatMap(file -> {
                    String text = House.read(file);
                    return pattern.matcher(text)
                            .results()
                            .map(found -> House.name(file) + ":"
                                    + text.substring(0, found.end()).lines().count() + ": " + found.group());
                })
                .toList();
    }
}
