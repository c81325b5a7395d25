package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A problem as a GitHub workflow command. GitHub shows ten of each level per step; more would only hide the log. */
final class Annotation {

    private static final int SHOWN = 10;

    private Annotation() {}

    static List<String> of(List<Diagnostic> problems) {
        return Arrays.stream(Diagnostic.Level.values())
                .flatMap(level -> problems.stream()
                        .filter(problem -> problem.level() == level)
                        .distinct()
                        .limit(SHOWN))
                .map(Annotation::line)
                .toList();
    }

    private static String line(Diagnostic problem) {
        String command = switch (problem.level()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
        String properties = Stream.concat(
                        problem.span().stream().flatMap(Annotation::place),
                        Stream.of("title=" + property(problem.code().word())))
                .collect(Collectors.joining(","));
        String text = Stream.of(
                        Stream.of(problem.headline()),
                        Optional.of(problem.label()).filter(label -> !label.isEmpty()).stream(),
                        problem.notes().stream(),
                        problem.help().stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return "::" + command + " " + properties + "::" + message(text);
    }

    private static Stream<String> place(Span span) {
        int endLine = span.file().lineAt(span.end());
        var place = Stream.of(
                "file=" + property(span.file().path()),
                "line=" + span.line(),
                "endLine=" + endLine,
                "col=" + span.column());
        // GitHub takes an end column only where the end lies on the same line.
        return endLine == span.line()
                ? Stream.concat(place, Stream.of("endColumn=" + (span.column() + span.end() - span.start())))
                : place;
    }

    /** Text after the last colons: line breaks would end the command. */
    static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
