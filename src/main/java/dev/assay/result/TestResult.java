package dev.assay.result;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The verdict of one test.
 *
 * @param node whose test it is; empty for a test over several nodes
 * @param failures the failure number that was compared with the thresholds
 * @param sample the first failing rows
 * @param problem what to show when it did not pass: the verdict with its place, or the SQL that was refused
 */
public record TestResult(
        ResourceId test,
        String name,
        Optional<ResourceId> node,
        Status status,
        OptionalLong failures,
        Optional<Rows> sample,
        Optional<Diagnostic> problem,
        Duration took,
        String compiled,
        List<ResourceId> gates) {

    /** The same verdict, as one that speaks for or against these nodes. */
    public TestResult gating(List<ResourceId> nodes) {
        return new TestResult(test, name, node, status, failures, sample, problem, took, compiled, nodes);
    }
}
