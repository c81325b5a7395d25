package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent.HookFinished;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.source.Span;
import java.time.Duration;

/** The one line of what is finished: verb, name, rows, tests, seconds. */
record NodeLine(LineLayout layout, Palette palette) {

    String of(NodeResult node) {
        String line = switch (node.status()) {
            case SKIPPED -> words("skip", node.name(), node.why());
            case ERROR ->
                timed(
                        words(node.action(), node.name(), refusal(node)),
                        node.timing().total());
            default -> timed(done(node), node.timing().total());
        };
        return painted(node.status(), line);
    }

    /** A test that stands alone. */
    String of(TestResult test) {
        String words = switch (test.status()) {
            case SUCCESS, PASS -> "passed";
            case WARN -> "warned" + failures(test);
            case FAIL -> "failed" + failures(test);
            case ERROR -> test.problem().map(NodeLine::where).orElse("broken");
            case SKIPPED, HELD, NO_OP -> "skipped";
        };
        return painted(test.status(), timed(words("test", test.name(), words), test.took()));
    }

    String of(HookFinished hook) {
        String words = hook.problems().stream()
                .findFirst()
                .map(NodeLine::where)
                .orElse(hook.status() == Status.SKIPPED ? "interrupted" : "");
        return painted(hook.status(), timed(words("hook", hook.name(), words), hook.took()));
    }

    private String done(NodeResult node) {
        String line = start(node.action(), node.name());
        if (node.rows().isPresent()) {
            String rows = new Counted(node.rows().getAsLong(), "row").toString();
            line = LineLayout.endingAt(line, layout.rowsEnd(), rows);
        }
        String tests = TestCounts.of(node.tests()).words();
        return tests.isEmpty() ? line : LineLayout.startingAt(line, layout.testsStart(), tests);
    }

    private String words(String verb, String name, String words) {
        String line = start(verb, name);
        return words.isEmpty() ? line : LineLayout.startingAt(line, layout.wordsStart(), Glyphs.visible(words));
    }

    private String start(String verb, String name) {
        return LineLayout.verb(verb) + " " + layout.name(name);
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
        return node.problems().stream().findFirst().map(NodeLine::where).orElse(node.why());
    }

    private static String where(Diagnostic problem) {
        return problem.code().word()
                + problem.span().map(Span::where).map(place -> " at " + place).orElse("");
    }

    private static String failures(TestResult test) {
        return test.failures().isPresent() ? ": " + new Counted(test.failures().getAsLong(), "failure") : "";
    }
}
