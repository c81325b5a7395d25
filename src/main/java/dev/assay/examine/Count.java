package dev.assay.examine;

import dev.assay.quality.Threshold;
import dev.assay.result.Status;
import dev.assay.sql.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the warehouse counted for one test.
 *
 * @param failures the failure number; empty where {@code fail_calc} gave none
 * @param failingRows how many rows came back
 * @param testedRows how many rows were tested; zero where nobody asked
 */
public record Count(Trial trial, Optional<BigDecimal> failures, long failingRows, long testedRows) {

    /** Without a number there is no verdict but an error. */
    public Status status() {
        return failures.map(number -> trial.thresholds().verdict(number, testedRows))
                .orElse(Status.ERROR);
    }

    Optional<Threshold> met() {
        return failures.flatMap(number -> trial.thresholds().met(number, testedRows));
    }

    /** Whether the failing rows should be fetched. */
    public boolean hasRowsToShow() {
        Status status = status();
        return failingRows > 0 && (status == Status.FAIL || status == Status.WARN);
    }

    /** From a row of {@code count_failing}. */
    static Count of(Trial trial, List<Object> row) {
        long failingRows = ((Number) row.get(2)).longValue();
        return new Count(trial, number(row.get(1), failingRows), failingRows, ((Number) row.get(3)).longValue());
    }

    /** A sum over no rows is null and means none; a null over failing rows means that nobody knows. */
    private static Optional<BigDecimal> number(Object value, long failingRows) {
        if (value == null) {
            return failingRows == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
        boolean finite = value instanceof Number number && Double.isFinite(number.doubleValue());
        return finite ? Optional.of(new BigDecimal(value.toString())) : Optional.empty();
    }

    /** The position in the group to which a row belongs. */
    static int position(Rows rows, int row) {
        return ((Number) rows.value(row, 0)).intValue();
    }
}
