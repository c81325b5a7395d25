package dev.assay.examine;

import dev.assay.manifest.DataTest;
import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the user wrote a name that a warehouse stumbles over inside SQL that the user did not write: among the arguments
 * of a generic test, or in its {@code where}.
 */
record ErrorLocator(DataTest test) {

    private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`]+)[\"'`]");
    private static final String WHERE = "where";

    Optional<Span> of(String refusal) {
        List<String> names = refusal.lines().findFirst().stream()
                .flatMap(line -> QUOTED.matcher(line).results().map(found -> found.group(1)))
                .toList();
        return Stream.concat(argument(names).stream(), where(names).stream()).findFirst();
    }

    private Optional<Span> argument(List<String> names) {
        return test.generic().stream()
                .flatMap(use -> use.arguments().entrySet().stream()
                        .filter(argument -> argument.getValue() instanceof String text
                                && names.stream().anyMatch(text::equalsIgnoreCase))
                        .flatMap(argument ->
                                Stream.ofNullable(use.argumentPlaces().get(argument.getKey()))))
                .findFirst();
    }

    private Optional<Span> where(List<String> names) {
        return test.config()
                .text(WHERE)
                .filter(text -> names.stream().anyMatch(name -> holdsWord(text, name)))
                .map(text -> test.config().places().get(WHERE));
    }

    private static boolean holdsWord(String text, String word) {
        return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(word) + "(?!\\w)")
                .matcher(text)
                .find();
    }
}
