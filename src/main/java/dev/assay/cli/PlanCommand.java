package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.PlannedRun;
import dev.assay.plan.PlanRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay plan}. */
@Command(name = "plan", description = "Say what a build would do, node by node, and why. Changes nothing.")
final class PlanCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RunOptionsGroup run;

    @Mixin
    private OutputOptions output;

    PlanCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var stage = new Stage(world, project, output, Map.of("full_refresh", run.fullRefresh(), "command", "plan"));
        var options = run.options("build", PlanRequest.Mode.BUILD, selection.request(), false);
        return show(world, new Building(stage.parsed(), options, Map.of(), world.version(), stage.faces()).plan());
    }

    static int show(World world, PlannedRun planned) {
        planned.plan()
                .nodes()
                .forEach(node -> world.out().println(node.action() + " " + node.id() + ": " + node.reason()));
        return ExitCode.GOOD;
    }
}
