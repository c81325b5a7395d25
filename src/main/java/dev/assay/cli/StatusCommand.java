package dev.assay.cli;

import dev.assay.app.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay status}. */
@Command(
        name = "status",
        description =
                "Say what readers see of each relation, and what is held from them; exits with 1 when something is"
                        + " held.")
final class StatusCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private RowsOptions output;

    @Option(
            names = "--require-proven",
            description =
                    "Exit with 1 also when readers see something that is suspect, unproven, partly proven or gone.")
    private boolean requiresProven;

    StatusCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        StatusReport status = new CommandContext(world, project, voice(), "status").reading(StatusReport::of);
        world.out().print(output.printReport(status.rows()));
        boolean isFinding = status.somethingIsHeld() || (requiresProven && !status.everythingIsProven());
        return isFinding ? ExitCode.FINDING : ExitCode.GOOD;
    }
}
