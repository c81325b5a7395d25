package dev.assay.artifact;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.NodeResult;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.sql.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * {@code junit.xml}, as continuous integration reads it: a suite for each node, a case for each of its tests. A node that
 * was not built is a case of its own, else nobody would see it.
 */
public final class JUnitFile {

    public static final String NAME = "junit.xml";

    private final XmlText xml = new XmlText();
    private final BiFunction<Diagnostic, Optional<Rows>, String> drawn;

    private JUnitFile(BiFunction<Diagnostic, Optional<Rows>, String> drawn) {
        this.drawn = drawn;
    }

    /** @param drawn a problem as plain text, with the rows that show it */
    public static void write(
            TargetFolder target, RunResult result, BiFunction<Diagnostic, Optional<Rows>, String> drawn) {
        String text = new JUnitFile(drawn).text(result);
        target.writeText(NAME, text);
    }

    private String text(RunResult result) {
        xml.open("testsuites");
        xml.attribute("name", "assay " + result.header().command());
        counts(result.allTests(), result.nodes());
        xml.attribute("time", seconds(result.took()));
        for (NodeResult node : result.nodes()) {
            if (!node.tests().isEmpty() || notBuilt(node)) {
                suite(node);
            }
        }
        if (!result.tests().isEmpty()) {
            xml.open("testsuite").attribute("name", result.header().project());
            counts(result.tests(), List.of());
            result.tests().forEach(test -> testCase(result.header().project(), test));
            xml.close("testsuite");
        }
        xml.close("testsuites");
        return xml.toString();
    }

    private void suite(NodeResult node) {
        xml.open("testsuite").attribute("name", node.id().value());
        counts(node.tests(), List.of(node));
        xml.attribute("time", seconds(node.timing().total()));
        xml.attribute("timestamp", node.timing().started().toString());
        if (notBuilt(node)) {
            xml.open("testcase").attribute("classname", node.id().value()).attribute("name", node.action());
            xml.attribute("time", seconds(node.timing().build()));
            if (node.status() == Status.ERROR) {
                problem("error", node.problems(), node.why(), Optional.empty());
            } else {
                xml.open("skipped").attribute("message", node.why()).close("skipped");
            }
            xml.close("testcase");
        }
        node.tests().forEach(test -> testCase(node.id().value(), test));
        xml.close("testsuite");
    }

    private void testCase(String owner, TestResult test) {
        xml.open("testcase").attribute("classname", owner).attribute("name", test.name());
        xml.attribute("time", seconds(test.took()));
        List<Diagnostic> problems = test.problem().stream().toList();
        switch (test.status()) {
            case FAIL -> problem("failure", problems, "the test failed", test.sample());
            case ERROR -> problem("error", problems, "the test is broken", Optional.empty());
            case SKIPPED, HELD, NO_OP -> xml.open("skipped").close("skipped");
            case WARN ->
                problems.forEach(each -> xml.open("system-out")
                        .text(drawn.apply(each, test.sample()))
                        .close("system-out"));
            case SUCCESS, PASS -> {}
        }
        xml.close("testcase");
    }

    private void problem(String element, List<Diagnostic> problems, String otherwise, Optional<Rows> sample) {
        xml.open(element);
        xml.attribute(
                "message", problems.isEmpty() ? otherwise : problems.getFirst().headline());
        xml.attribute(
                "type",
                problems.isEmpty() ? element : problems.getFirst().code().word());
        problems.forEach(each -> xml.text(drawn.apply(each, sample)));
        xml.close(element);
    }

    private void counts(List<TestResult> tests, List<NodeResult> nodes) {
        long unbuilt = nodes.stream().filter(JUnitFile::notBuilt).count();
        long broken =
                nodes.stream().filter(node -> node.status() == Status.ERROR).count();
        long skipped = tests.stream()
                .filter(test -> DbtStatus.ofTest(test.status()).equals("skipped"))
                .count();
        xml.attribute("tests", String.valueOf(tests.size() + unbuilt));
        xml.attribute("failures", String.valueOf(count(tests, Status.FAIL)));
        xml.attribute("errors", String.valueOf(count(tests, Status.ERROR) + broken));
        xml.attribute("skipped", String.valueOf(skipped + unbuilt - broken));
    }

    private static boolean notBuilt(NodeResult node) {
        return node.status() == Status.ERROR || node.status() == Status.SKIPPED;
    }

    private static long count(List<TestResult> tests, Status status) {
        return tests.stream().filter(test -> test.status() == status).count();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
