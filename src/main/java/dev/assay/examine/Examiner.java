package dev.assay.examine;

import dev.assay.compile.FilesMeant;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.DataTest;
import dev.assay.result.TestResult;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Gives the statements that a node's tests need, and the verdicts on what they bring back. Who runs them goes so:
 *
 * <pre>
 * examine → keep what is to be kept → ask each group → read → for a count that has rows to show, fetch them → verdict
 * </pre>
 */
public final class Examiner {

    /** More failing rows than people read; a file of them stays small. */
    public static final int MOST_ROWS_IN_FILE = 10_000;

    private final ExaminationContext setting;
    private final Grouping grouping;
    private final Verdicts verdicts;

    public Examiner(ExaminationContext setting) {
        this.setting = setting;
        this.grouping = new Grouping(setting.writing());
        this.verdicts = new Verdicts(setting.sampleLimit(), new FilesMeant(setting.manifest()));
    }

    /**
     * @param tests of one node, or singular ones
     * @param columns of the relation that stands for the node, where they are known; then a test on a column that it has
     *     not is settled before any SQL
     */
    public Examination examine(List<DataTest> tests, Optional<List<String>> columns, Fusing fusing) {
        Ready ready = ready(tests, columns);
        return new Examination(grouping.groups(ready.trials(), fusing), ready.settled());
    }

    /**
     * Tests whose SQL is known and not yet put into statements.
     *
     * @param settled verdicts that need no warehouse
     */
    public record Ready(List<Trial> trials, List<TestResult> settled) {}

    /** The first half of {@link #examine}, for who wants to see the SQL and not run it. */
    public Ready ready(List<DataTest> tests, Optional<List<String>> columns) {
        var trials = new ArrayList<Trial>();
        var settled = new ArrayList<TestResult>();
        for (DataTest test : tests) {
            try {
                trials.add(new Preparation(setting, columns).trial(test));
            } catch (ProblemsFound found) {
                settled.add(verdicts.settled(test, found.problems().getFirst()));
            }
        }
        return new Ready(trials, settled);
    }

    /** The schemas that have to be there before these tests run, for the failing rows that they keep. */
    public SortedSet<String> schemas(List<DataTest> tests) {
        return setting.storage().schemas(tests);
    }

    /** A statement for each test of a group: after a refusal, or an answer that cannot be read. */
    public List<TestGroup> apart(TestGroup group) {
        return group.trials().stream().map(grouping::alone).toList();
    }

    /** The first failing rows of a test, for its verdict, its file, or {@code assay show --test}. */
    public Statement failingRows(Trial trial, int limit) {
        return grouping.failingRows(trial, limit);
    }

    /** @param rows the failing rows, as many as were fetched; the verdict shows the first of them */
    public TestResult verdict(Count count, Optional<Rows> rows, Duration took) {
        return verdicts.counted(count, rows, took);
    }

    /**
     * A test whose SQL was refused is an error, whatever its severity.
     *
     * @param warehouse for people: {@code DuckDB}
     */
    public TestResult refused(Trial trial, WarehouseError error, String warehouse, Duration took) {
        return verdicts.refused(trial, error, warehouse, took);
    }
}
