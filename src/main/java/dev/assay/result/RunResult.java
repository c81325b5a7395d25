package dev.assay.result;

import dev.assay.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a run ended.
 *
 * @param nodes in plan order
 * @param tests those that stood alone; a node's own tests are in its result
 * @param unproven what readers see since this run, and is not proven
 * @param problems of the run as such: a cut that was refused, a hook that failed
 */
public record RunResult(
        RunHeader header,
        List<NodeResult> nodes,
        List<TestResult> tests,
        List<RunEvent.HookFinished> hooks,
        List<Publication> publications,
        List<Diagnostic> problems,
        List<Unproven> unproven,
        boolean interrupted,
        Instant finished) {

    public RunResult {
        nodes = List.copyOf(nodes);
        tests = List.copyOf(tests);
        hooks = List.copyOf(hooks);
        publications = List.copyOf(publications);
        problems = List.copyOf(problems);
        unproven = List.copyOf(unproven);
    }

    /** Every test, wherever it ran. */
    public List<TestResult> allTests() {
        return Stream.concat(nodes.stream().flatMap(node -> node.tests().stream()), tests.stream())
                .toList();
    }

    public Duration took() {
        return Duration.between(header.started(), finished);
    }

    public boolean isGood() {
        return !interrupted
                && nodes.stream().allMatch(node -> node.status().isGood())
                && allTests().stream().allMatch(test -> test.status().isGood())
                && hooks.stream().allMatch(hook -> hook.status().isGood())
                && problems.stream().noneMatch(Diagnostic::isError);
    }
}
