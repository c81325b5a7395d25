package dev.assay.examine;

import dev.assay.result.TestResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node's tests, ready to run.
 *
 * @param groups what to ask the warehouse
 * @param settled verdicts that need no warehouse: a missing column, a template that is wrong, nothing to compare with
 */
public record Examination(List<TestGroup> groups, List<TestResult> settled) {

    public Examination {
        groups = List.copyOf(groups);
        settled = List.copyOf(settled);
    }

    public Stream<Trial> trials() {
        return groups.stream().flatMap(group -> group.trials().stream());
    }
}
