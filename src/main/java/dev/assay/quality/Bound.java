package dev.assay.quality;

import java.math.BigDecimal;

/**
 * The number that a failure number is compared with: as it stands, or as a percentage of the rows that were tested.
 *
 * @param share whether the number is a percentage
 */
public record Bound(BigDecimal number, boolean share) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Less than zero where the failures lie below the bound, zero where they meet it. Exact: nothing is divided. */
    int compare(BigDecimal failures, long rows) {
        if (!share) {
            return failures.compareTo(number);
        }
        if (rows == 0) {
            // Of no rows none failed; a test that finds failures all the same counts as wholly failed.
            return (failures.signum() == 0 ? BigDecimal.ZERO : HUNDRED).compareTo(number);
        }
        return failures.multiply(HUNDRED).compareTo(number.multiply(BigDecimal.valueOf(rows)));
    }

    /** The bound as a number of failures. */
    BigDecimal of(long rows) {
        return share ? number.multiply(BigDecimal.valueOf(rows)).movePointLeft(2) : number;
    }
}
