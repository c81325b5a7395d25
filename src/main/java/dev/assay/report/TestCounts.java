package dev.assay.report;

import dev.assay.result.Status;
import dev.assay.result.TestResult;
import java.util.List;

/** How many tests ended how. */
record TestCounts(long passed, long failed, long warned, long broken, long skipped) {

    static TestCounts of(List<TestResult> tests) {
        return new TestCounts(
                count(tests, Status.PASS) + count(tests, Status.SUCCESS),
                count(tests, Status.FAIL),
                count(tests, Status.WARN),
                count(tests, Status.ERROR),
                count(tests, Status.SKIPPED) + count(tests, Status.NO_OP) + count(tests, Status.HELD));
    }

    /** {@code 3 tests passed, 1 failed}: the first part has the noun. */
    String words() {
        var words = new StringBuilder();
        add(words, passed, "passed");
        add(words, failed, "failed");
        add(words, warned, "warned");
        add(words, broken, "broken");
        add(words, skipped, "skipped");
        return words.toString();
    }

    private static void add(StringBuilder words, long number, String verb) {
        if (number > 0) {
            words.append(words.isEmpty() ? new Counted(number, "test") : ", " + Counted.number(number));
            words.append(' ').append(verb);
        }
    }

    private static long count(List<TestResult> tests, Status status) {
        return tests.stream().filter(test -> test.status() == status).count();
    }
}
