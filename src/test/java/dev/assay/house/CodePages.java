package dev.assay.house;

import static dev.assay.house.ReferencePage.code;

import dev.assay.diagnostic.Code;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of exit codes and of problems by code. */
final class CodePages {

    private static final Map<String, String> EXITS = Map.of(
            "GOOD", "all is good; with `--warn-error`, also without a warning",
            "FINDING", "a test failed, a node failed or was skipped or held, or the warehouse refused SQL",
            "USAGE", "the command line, the project or the profile has a mistake; nothing was built",
            "NO_CONNECTION", "the warehouse cannot be reached, refuses the login, or is held by another process",
            "BUG", "a mistake of assay: the page that it prints says what to report",
            "INTERRUPTED", "somebody stopped the run, for example by Ctrl-C");

    private CodePages() {}

    static String exitCodes() {
        var names = new TreeMap<Integer, String>();
        for (Field field : Hidden.type("ExitCode").getDeclaredFields()) {
            if (field.getType() == int.class) {
                names.put((Integer) Hidden.constant("ExitCode", field.getName()), field.getName());
            }
        }
        Stream.of(Code.Exit.values()).forEach(exit -> names.put(exit.number(), exit.name()));
        return new ReferencePage("Exit codes", "This page is made from the code by a test.")
                .table(
                        List.of("exit code", "what it means"),
                        names.entrySet().stream()
                                .map(exit -> List.of(code(exit.getKey()), EXITS.get(exit.getValue())))
                                .toList())
                .paragraph(
                        "Where several errors are told, the first one decides. [Problems by code](errors.md) lists the"
                                + " exit code of each.")
                .toString();
    }

    static String errors() {
        var page = new ReferencePage("Problems by code", """
            This page is made from the code and from the pages in [errors](../errors/README.md) by a test. `assay explain
            CODE` prints the page of a code. As a warning, a problem leaves the exit code as it is.
            """);
        var rows = new ArrayList<List<String>>();
        Stream.of(Code.values())
                .sorted((one, other) -> one.word().compareTo(other.word()))
                .forEach(code -> rows.add(List.of(
                        "[`" + code.word() + "`](../errors/" + code.word() + ".md)",
                        String.valueOf(code.exit().number()),
                        firstSentence(code.word()))));
        return page.table(List.of("code", "exit code", "what it says"), rows).toString();
    }

    /** The first paragraph of prose behind the title, up to its first full stop. */
    private static String firstSentence(String word) {
        String prose = House.read(House.ROOT.resolve("docs/errors/" + word + ".md"))
                .lines()
                .skip(1)
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
        // Links of that folder lead nowhere from here.
        String plain = prose.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
        return plain.replaceFirst("(?<=[.])\\s.*", "").replaceFirst(":$", ".");
    }
}
