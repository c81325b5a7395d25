package dev.assay.setup;

import dev.assay.compile.PrintedNames;
import dev.assay.connect.Rollback;
import dev.assay.examine.Count;
import dev.assay.examine.Examination;
import dev.assay.examine.Examiner;
import dev.assay.examine.Fusing;
import dev.assay.examine.TestGroup;
import dev.assay.examine.Trial;
import dev.assay.manifest.DataTest;
import dev.assay.result.TestResult;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Runs tests on a session and brings back verdicts.
 *
 * @param examiners one for each way of naming relations: candidates, or what readers see
 * @param label the warehouse's name for people
 * @param failures takes all failing rows of a test that did not pass
 */
public record Examinations(
        Function<PrintedNames, Examiner> examiners, Fusing fusing, String label, BiConsumer<DataTest, Rows> failures) {

    /**
     * @param columns asks for the columns of what is tested, once a test was refused: the best word about a misspelt
     *     column is a list of those that exist
     */
    public List<TestResult> run(
            List<DataTest> tests,
            PrintedNames names,
            Session session,
            Function<Session, Optional<List<String>>> columns) {
        if (tests.isEmpty()) {
            return List.of();
        }
        return new Examining(examiners.apply(names), session, columns).run(tests, fusing);
    }

    /** The schemas in which these tests keep failing rows. */
    public SortedSet<String> schemas(List<DataTest> tests, PrintedNames names) {
        return tests.isEmpty() ? new TreeSet<>() : examiners.apply(names).schemas(tests);
    }

    /** One session's work on one list of tests. */
    private final class Examining {

        private final Examiner examiner;
        private final Session session;
        private final Function<Session, Optional<List<String>>> columns;

        Examining(Examiner examiner, Session session, Function<Session, Optional<List<String>>> columns) {
            this.examiner = examiner;
            this.session = session;
            this.columns = columns;
        }

        List<TestResult> run(List<DataTest> tests, Fusing how) {
            Examination examination = examiner.examine(tests, Optional.empty(), how);
            var results = new ArrayList<>(examination.settled());
            examination.groups().forEach(group -> results.addAll(ask(group)));
            return results;
        }

        private List<TestResult> ask(TestGroup group) {
            long began = System.nanoTime();
            try {
                group.trials().forEach(this::keep);
                Optional<List<Count>> counts = group.read(session.query(group.statement()));
                if (counts.isPresent()) {
                    return counts.get().stream()
                            .map(count -> verdict(count, began, group.trials().size()))
                            .toList();
                }
                return group.trials().size() > 1 ? apart(group) : List.of(noCount(group, began));
            } catch (WarehouseError refusal) {
                if (refusal.kind() == WarehouseError.Kind.CANCELLED) {
                    throw refusal;
                }
                return group.trials().size() > 1
                        ? apart(group)
                        : List.of(refused(group.trials().getFirst(), refusal, began));
            }
        }

        /** In one transaction: a killed run must not leave a relation that no later run recognises. */
        private void keep(Trial trial) {
            if (trial.keeping().isEmpty()) {
                return;
            }
            trial.clearing().forEach(session::execute);
            session.begin();
            try {
                trial.keeping().forEach(session::execute);
                session.commit();
            } catch (WarehouseError refusal) {
                Rollback.after(session, refusal);
                throw refusal;
            }
        }

        private TestResult noCount(TestGroup group, long began) {
            var answer = new WarehouseError(
                    WarehouseError.Kind.REFUSED,
                    Optional.of(group.statement()),
                    OptionalInt.empty(),
                    "the answer is no number of failing rows",
                    null);
            return examiner.refused(group.trials().getFirst(), answer, label, since(began));
        }

        private List<TestResult> apart(TestGroup group) {
            return examiner.apart(group).stream()
                    .flatMap(alone -> ask(alone).stream())
                    .toList();
        }

        private TestResult refused(Trial trial, WarehouseError refusal, long began) {
            if (refusal.kind() == WarehouseError.Kind.REFUSED) {
                List<TestResult> settled = examiner.examine(List.of(trial.test()), columns.apply(session), Fusing.APART)
                        .settled();
                if (!settled.isEmpty()) {
                    return settled.getFirst();
                }
            }
            return examiner.refused(trial, refusal, label, since(began));
        }

        private TestResult verdict(Count count, long began, int together) {
            Optional<Rows> rows = Optional.empty();
            if (count.hasRowsToShow()) {
                Statement asked = examiner.failingRows(count.trial(), Examiner.MOST_ROWS_IN_FILE);
                rows = Optional.of(session.query(asked));
                failures.accept(count.trial().test(), rows.get());
            }
            return examiner.verdict(count, rows, since(began).dividedBy(together));
        }

        private static Duration since(long began) {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
