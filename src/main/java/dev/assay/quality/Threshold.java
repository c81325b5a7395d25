package dev.assay.quality;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a failure number counts: {@code warn_if}, {@code error_if}.
 *
 * @param setting the word for it in configs
 * @param written as the user wrote it
 */
public record Threshold(String setting, String written, Condition condition) {

    private static final String ANY = "!= 0";

    /** What holds where nobody says otherwise: any failure counts. */
    static Threshold any(String setting) {
        return read(setting, ANY).orElseThrow();
    }

    /** The threshold, or empty where the text is no comparison. */
    static Optional<Threshold> read(String setting, String written) {
        return ConditionReader.read(written).map(condition -> new Threshold(setting, written.strip(), condition));
    }

    /** Whether a user chose it; the usual one goes without saying. */
    public boolean isChosen() {
        return !written.equals(ANY);
    }

    /** For people, after it was met: {@code error_if is > 5% of 240 rows: 12 failures are allowed}. */
    public String words(long rows) {
        String said = setting + " is " + written + (condition.needsRows() ? " of " + rows(rows) : "");
        OptionalLong allowed = condition.allowed(rows);
        if (allowed.isEmpty() || allowed.getAsLong() < 0) {
            return said;
        }
        return said + ": "
                + (allowed.getAsLong() == 1 ? "1 failure is allowed" : allowed.getAsLong() + " failures are allowed");
    }

    private static String rows(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }
}
