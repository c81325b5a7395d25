package dev.assay.quality;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.Spelling;
import dev.assay.manifest.DataTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a test's config into {@link Thresholds}. */
final class ThresholdReader {

    private final DataTest test;
    private final Problems problems;

    ThresholdReader(DataTest test, Problems problems) {
        this.test = test;
        this.problems = problems;
    }

    Thresholds read() {
        var read = new Thresholds(severity(), threshold("warn_if"), threshold("error_if"), failCalc(), limit());
        if (read.limit().isPresent()) {
            requireCountable(read.warnIf(), "warn", read);
            if (read.severity() == Severity.ERROR) {
                requireCountable(read.errorIf(), "fail", read);
            }
        }
        return read;
    }

    private void requireCountable(Threshold threshold, String verdict, Thresholds read) {
        long limit = read.limit().orElseThrow();
        if (threshold.condition().needsRows()) {
            problems.add(wrong(
                            threshold.setting(),
                            threshold.setting() + " is `" + threshold.written() + "`, a percentage, and limit is "
                                    + limit)
                    .note("the failing rows are counted up to the limit only, so their share is not known")
                    .help("leave the limit out, or write " + threshold.setting()
                            + " as a number of rows, like `> 10`"));
        } else if (read.failCalc().isEmpty()) {
            requireReachable(threshold, verdict, limit);
        }
    }

    /** With a limit, more failing rows are not counted: a threshold above it would never be met. */
    private void requireReachable(Threshold threshold, String verdict, long limit) {
        Condition condition = threshold.condition();
        if (!condition.canHoldUpTo(limit)) {
            problems.add(wrong(
                            threshold.setting(),
                            "`" + test.name() + "` can never " + verdict + ": " + threshold.setting() + " is `"
                                    + threshold.written() + "`, and limit is " + limit)
                    .note("the failing rows are counted up to the limit only")
                    .help("raise the limit or leave it out"));
        }
    }

    private Severity severity() {
        Optional<String> written = test.config().text("severity");
        if (written.isEmpty()) {
            return Severity.ERROR;
        }
        String word = written.get().strip().toLowerCase(Locale.ROOT);
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        Diagnostic problem = wrong("severity", "severity is `error` or `warn`, not `" + written.get() + "`");
        List<String> near = Spelling.near(word, List.of("error", "warn"));
        problems.add(near.isEmpty() ? problem : problem.help("a similar word exists: `" + near.getFirst() + "`"));
        return Severity.ERROR;
    }

    private Threshold threshold(String setting) {
        Optional<String> written = test.config().text(setting);
        if (written.isEmpty()) {
            return Threshold.any(setting);
        }
        Optional<Threshold> read = Threshold.read(setting, written.get());
        if (read.isEmpty()) {
            problems.add(wrong(setting, setting + " is no comparison: `" + written.get() + "`")
                    .help("write it like `> 10`, `between 1 and 5`, `>= 5 and < 10` or `> 5%`"));
            return Threshold.any(setting);
        }
        if (read.get().condition().needsRows() && !test.isGeneric()) {
            problems.add(wrong(setting, setting + " is a percentage, and a singular test has no rows to take it of")
                    .help("write it as a number of rows, like `> 10`"));
            return Threshold.any(setting);
        }
        return read.get();
    }

    private Optional<String> failCalc() {
        Optional<String> written = test.config().text("fail_calc");
        if (written.isPresent() && written.get().isBlank()) {
            problems.add(wrong("fail_calc", "fail_calc is empty").help("write it like `count(*)` or `sum(rows)`"));
            return Optional.empty();
        }
        return written.map(String::strip);
    }

    private OptionalLong limit() {
        Optional<String> written = test.config().text("limit");
        if (written.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!written.get().matches("0*[1-9][0-9]{0,17}")) {
            problems.add(wrong("limit", "limit is a whole number of rows, one at least, not `" + written.get() + "`"));
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(written.get()));
    }

    private Diagnostic wrong(String setting, String headline) {
        return Diagnostic.error(Code.WRONG_VALUE, test.config().places().getOrDefault(setting, test.place()), headline);
    }
}
