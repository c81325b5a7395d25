package dev.assay.quality;

import dev.assay.diagnostic.Problems;
import dev.assay.manifest.DataTest;
import dev.assay.result.Status;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What turns a test's failure number into a verdict.
 *
 * @param failCalc what computes the failure number from the failing rows; empty where they are counted
 * @param limit how many failing rows are looked at; where they are counted, the failure number cannot be larger
 */
public record Thresholds(
        Severity severity, Threshold warnIf, Threshold errorIf, Optional<String> failCalc, OptionalLong limit) {

    /** What holds for a test that says nothing: any failing row is a failure. */
    public static final Thresholds USUAL = new Thresholds(
            Severity.ERROR,
            Threshold.any("warn_if"),
            Threshold.any("error_if"),
            Optional.empty(),
            OptionalLong.empty());

    /** As the test's config says. What is wrong in it becomes a problem with its place, and the usual value stands. */
    public static Thresholds of(DataTest test, Problems problems) {
        return new ThresholdReader(test, problems).read();
    }

    /**
     * As dbt has it: an error-level test fails by {@code error_if} and may still warn by {@code warn_if}; a test of
     * severity warn never looks at {@code error_if}.
     *
     * @param rows how many rows were tested; only percentages look at it
     */
    public Status verdict(BigDecimal failures, long rows) {
        return met(failures, rows)
                .map(threshold -> threshold.equals(errorIf) && severity == Severity.ERROR ? Status.FAIL : Status.WARN)
                .orElse(Status.PASS);
    }

    /** The threshold that decides; empty where the test passes. */
    public Optional<Threshold> met(BigDecimal failures, long rows) {
        if (severity == Severity.ERROR && errorIf.condition().holds(failures, rows)) {
            return Optional.of(errorIf);
        }
        return warnIf.condition().holds(failures, rows) ? Optional.of(warnIf) : Optional.empty();
    }

    /** Whether the verdict depends on how many rows were tested. */
    public boolean needsRows() {
        return warnIf.condition().needsRows()
                || (severity == Severity.ERROR && errorIf.condition().needsRows());
    }
}
