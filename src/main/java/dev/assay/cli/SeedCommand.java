package dev.assay.cli;

import dev.assay.plan.PlanRequest;
import picocli.CommandLine.Command;

/** {@code assay seed}. */
@Command(name = "seed", description = "Load seeds, each with its tests, and publish what is proven.")
final class SeedCommand extends WorkCommand {

    SeedCommand(ProcessContext world) {
        super(world, "seed", PlanRequest.Mode.SEED);
    }
}
