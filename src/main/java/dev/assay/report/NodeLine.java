package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent.HookFinished;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import java.time.Duration;

/** The one line of what is finished: how it ended, what it is, name, rows, tests, seconds. */
record NodeLine(LineLayout layout, Palette palette) {

    String of(NodeResult node) {
        String line = switch (node.status()) {
            case SKIPPED -> words(node.status(), node.action(), node.name(), node.why());
            case ERROR ->
                timed(
                        words(node.status(), node.action(), node.name(), refusal(node)),
                        node.timing().total());
            default -> timed(done(node), node.timing().total());
        };
        return painted(node.status(), line);
    }

    /** A test that stands alone. */
    String of(TestResult test) {
        String words = switch (test.status()) {
            case SUCCESS, PASS, SKIPPED, HELD, NO_OP -> "";
            case WARN, FAIL -> failures(test);
            case ERROR -> test.problem().map(NodeLine::word).orElse("broken");
        };
        return painted(test.status(), timed(words(test.status(), "test", test.name(), words), test.took()));
    }

    String of(HookFinished hook) {
        String words = hook.problems().stream()
                .findFirst()
                .map(NodeLine::word)
                .orElse(hook.status() == Status.SKIPPED ? "interrupted" : "");
        return painted(hook.status(), timed(words(hook.status(), "hook", hook.name(), words), hook.took()));
    }

    private String done(NodeResult node) {
        String line = start(node.status(), node.action(), node.name());
        if (node.rows().isPresent()) {
            String rows = new Counted(node.rows().getAsLong(), "row").toString();
            line = LineLayout.endingAt(line, layout.rowsEnd(), rows);
        }
        String tests = TestCounts.of(node.tests()).words();
        return tests.isEmpty() ? line : LineLayout.startingAt(line, layout.testsStart(), tests);
    }

    private String words(Status status, String kind, String name, String words) {
        String line = start(status, kind, name);
        return words.isEmpty() ? line : LineLayout.startingAt(line, layout.wordsStart(), Glyphs.visible(words));
    }

    private String start(Status status, String kind, String name) {
        return LineLayout.verb(word(status)) + " " + layout.kind(kind) + " " + layout.name(name);
    }

    /** In capitals, so that it is seen without colours and found in a log. */
    private static String word(Status status) {
        return switch (status) {
            case SUCCESS, PASS, NO_OP -> "OK";
            case WARN -> "WARN";
            case FAIL -> "FAIL";
            case ERROR -> "ERROR";
            case SKIPPED -> "SKIP";
            case HELD -> "HELD";
        };
    }

    private String timed(String line, Duration took) {
        return layout.timed(line, Counted.time(took));
    }

    // Painted last, so that columns are counted without colours.
    private String painted(Status status, String line) {
        int end = Math.max(LineLayout.VERB, line.indexOf(' ', LineLayout.VERB));
        String verb = line.substring(0, end);
        String coloured = switch (status) {
            case SUCCESS, PASS, NO_OP -> palette.good(verb);
            case WARN, SKIPPED, HELD -> palette.warning(verb);
            case FAIL, ERROR -> palette.error(verb);
        };
        return coloured + line.substring(end);
    }

    private static String refusal(NodeResult node) {
        return node.problems().stream().findFirst().map(NodeLine::word).orElse(node.why());
    }

    /** The place is shown with the problem, below all lines. */
    private static String word(Diagnostic problem) {
        return problem.code().word();
    }

    private static String failures(TestResult test) {
        return test.failures().isPresent() ? new Counted(test.failures().getAsLong(), "failure").toString() : "";
    }
}
