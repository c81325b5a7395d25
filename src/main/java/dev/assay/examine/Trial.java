package dev.assay.examine;

import dev.assay.manifest.DataTest;
import dev.assay.quality.TestKind;
import dev.assay.quality.Thresholds;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A test made ready: all that can be known of it before a statement runs.
 *
 * @param failing its query: the rows that it gives back are failures
 * @param says the verdict's words; only the hole of the number is open
 * @param tested how its statement names what is tested, for percentages; empty for a singular test
 * @param shared its query once more, over a name under which several tests read together
 * @param clearing the statements that drop what an earlier run kept; they run first
 * @param keeping the statements that keep its failing rows: all of them or none
 * @param kept where they are kept
 */
public record Trial(
        DataTest test,
        Thresholds thresholds,
        SqlText failing,
        TestKind.Says says,
        Optional<String> tested,
        Optional<Shared> shared,
        List<Statement> clearing,
        List<Statement> keeping,
        Optional<Storage.Kept> kept) {

    /**
     * A test over a name under which several read together.
     *
     * @param failing its query over the name
     * @param tested how its statement names what is tested
     * @param source what the name stands for
     */
    public record Shared(SqlText failing, String tested, String source) {}

    public Trial {
        clearing = List.copyOf(clearing);
        keeping = List.copyOf(keeping);
    }

    /** Whether its count can stand in one statement with others: whole numbers only, and nothing to be done before. */
    boolean canBeFused() {
        return test.isGeneric()
                && keeping.isEmpty()
                && thresholds.failCalc().isEmpty()
                && test.config().text("timeout").isEmpty();
    }
}
