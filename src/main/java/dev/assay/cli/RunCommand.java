package dev.assay.cli;

import dev.assay.plan.PlanRequest;
import picocli.CommandLine.Command;

/** {@code assay run}. */
@Command(name = "run", description = "Build models, each with its tests, and publish what is proven.")
final class RunCommand extends WorkCommand {

    RunCommand(ProcessContext world) {
        super(world, "run", PlanRequest.Mode.RUN);
    }
}
