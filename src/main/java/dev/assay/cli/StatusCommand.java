package dev.assay.cli;

import dev.assay.app.Status;
import dev.assay.report.TableDrawing;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay status}. */
@Command(
        name = "status",
        description =
                "Say what readers see of each relation, and what is held from them; exits with 1 when something is.")
final class StatusCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    StatusCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Status status = Status.of(new Stage(world, project, Reports.quiet(world), Map.of()).parsed());
        world.out().print(output.isJson() ? TableDrawing.json(status.rows()) : TableDrawing.text(status.rows()));
        return status.somethingIsHeld() ? ExitCode.FINDING : ExitCode.GOOD;
    }
}
