package dev.assay.cli;

import dev.assay.plan.PlanRequest;
import picocli.CommandLine.Command;

/** {@code assay test}. */
@Command(name = "test", description = "Test what is published.")
final class TestCommand extends WorkCommand {

    TestCommand(ProcessContext world) {
        super(world, "test", PlanRequest.Mode.TEST);
    }
}
