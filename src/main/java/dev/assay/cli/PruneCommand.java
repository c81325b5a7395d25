package dev.assay.cli;

import dev.assay.app.Orphan;
import dev.assay.app.Pruning;
import dev.assay.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay prune}. */
@Command(name = "prune", description = "Drop what assay has published and the project no longer defines.")
final class PruneCommand implements Callable<Integer>, Speaking {

    private final World world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Option(names = "--dry-run", description = "Name them, and drop nothing.")
    private boolean dryRun;

    PruneCommand(World world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        var stage = new Stage(world, project, voice(), "prune");
        Report report = stage.report();
        Pruning pruning = Pruning.of(stage.parsed());
        Instant began = world.clock().instant();
        if (!dryRun) {
            pruning.drop();
        }
        for (Orphan orphan : pruning.orphans()) {
            world.out()
                    .print((dryRun ? "would drop " : "dropped ") + orphan.kind().word() + " "
                            + orphan.entry().relation() + ": " + orphan.why() + "\n");
        }
        int orphans = pruning.orphans().size();
        String count = orphans == 0 ? "nothing" : orphans == 1 ? "1 relation" : orphans + " relations";
        report.step(
                dryRun ? "Found" : "Dropped",
                count,
                Duration.between(began, world.clock().instant()));
        return output.exit(ExitCode.GOOD);
    }
}
