package dev.assay.result;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one node ended.
 *
 * @param action what was done, the word in front of its line: table, view, seed, test
 * @param why in words, where it was skipped or held: "needs orders, which failed a test"
 * @param tests the tests that ran right after it
 * @param generation the one that readers see of it when the run is over; empty while they see none
 */
public record NodeResult(
        ResourceId id,
        String name,
        String action,
        Status status,
        String why,
        OptionalLong rows,
        Optional<RelationName> relation,
        List<TestResult> tests,
        List<Diagnostic> problems,
        Timing timing,
        String compiled,
        OptionalLong generation) {

    /** When it ran, on which thread, and how long its parts took. */
    public record Timing(Instant started, Instant finished, int thread, Duration build, Duration tests) {

        public Duration total() {
            return Duration.between(started, finished);
        }
    }

    public NodeResult {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    public NodeResult withStatus(Status other, String reason) {
        return new NodeResult(
                id, name, action, other, reason, rows, relation, tests, problems, timing, compiled, generation);
    }

    /** Known after the cut. */
    public NodeResult seenAs(OptionalLong known) {
        return new NodeResult(id, name, action, status, why, rows, relation, tests, problems, timing, compiled, known);
    }
}
