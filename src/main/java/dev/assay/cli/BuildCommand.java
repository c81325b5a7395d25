package dev.assay.cli;

import dev.assay.plan.PlanRequest;
import picocli.CommandLine.Command;

/** {@code assay build}. */
@Command(name = "build", description = "Build seeds and models, each with its tests, and publish what is proven.")
final class BuildCommand extends WorkCommand {

    BuildCommand(ProcessContext world) {
        super(world, "build", PlanRequest.Mode.BUILD);
    }
}
