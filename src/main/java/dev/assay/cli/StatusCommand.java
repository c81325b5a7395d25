package dev.assay.cli;

import dev.assay.app.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay status}. */
@Command(
        name = "status",
        description =
                "Say what readers see of each relation, and what is held from them; exits with 1 when something is.")
final class StatusCommand implements Callable<Integer>, Speaking {

    private final World world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private RowsOptions output;

    StatusCommand(World world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        Status status = Status.of(new Stage(world, project, voice(), "status").parsed());
        world.out().print(output.printReport(status.rows()));
        return status.somethingIsHeld() ? ExitCode.FINDING : ExitCode.GOOD;
    }
}
