package dev.assay.cli;

import dev.assay.plan.PlanRequest;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code assay test}. */
@Command(name = "test", description = "Test what is published.")
final class TestCommand extends WorkCommand implements FewerOptions {

    TestCommand(ProcessContext world) {
        super(world, "test", PlanRequest.Mode.TEST);
    }

    /** It builds and publishes nothing; tables of failing rows it may replace. */
    @Override
    public Set<String> without() {
        return Set.of("--full-refresh", "--empty", "--no-tests", "--publish");
    }
}
