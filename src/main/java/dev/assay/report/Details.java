package dev.assay.report;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.NodeResult;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.sql.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to tell of a run beyond its lines: every problem once, warnings first, in the order of the plan. */
record Details(List<Detail> all) {

    /** A problem, with rows that show it. */
    record Detail(Diagnostic problem, Optional<Rows> sample) {}

    static Details of(RunResult result) {
        List<Detail> found = Stream.of(
                        result.hooks().stream()
                                .flatMap(hook -> hook.problems().stream())
                                .map(Details::bare),
                        result.nodes().stream().flatMap(Details::node),
                        result.tests().stream().flatMap(Details::test),
                        result.problems().stream().map(Details::bare))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
        return new Details(Stream.concat(
                        found.stream().filter(detail -> !detail.problem().isError()),
                        found.stream().filter(detail -> detail.problem().isError()))
                .toList());
    }

    private static Stream<Detail> node(NodeResult node) {
        return Stream.concat(
                node.problems().stream().map(Details::bare),
                node.tests().stream().flatMap(Details::test));
    }

    private static Stream<Detail> test(TestResult test) {
        return switch (test.status()) {
            case FAIL, ERROR, WARN ->
                Stream.of(new Detail(test.problem().orElseGet(() -> verdict(test)), test.sample()));
            default -> test.problem().stream().map(Details::bare);
        };
    }

    private static Detail bare(Diagnostic problem) {
        return new Detail(problem, Optional.empty());
    }

    private static Diagnostic verdict(TestResult test) {
        String words = "`" + test.name() + "`"
                + (test.failures().isPresent()
                        ? ": " + new Counted(test.failures().getAsLong(), "failure")
                        : " did not pass");
        return test.status() == Status.WARN
                ? Diagnostic.warning(Code.TEST_FAILED, words)
                : Diagnostic.error(Code.TEST_FAILED, words);
    }
}
