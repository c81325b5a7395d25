package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.ParsedProject;
import dev.assay.app.Retrying;
import dev.assay.select.Request;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay retry}. */
@Command(
        name = "retry",
        description = "Go on where earlier runs stopped: kept candidates are tested again, the rest is built.")
final class RetryCommand implements Callable<Integer>, Speaking {

    private final World world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private RunOptionsGroup run;

    @Mixin
    private OutputOptions output;

    RetryCommand(World world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        var stage = new Stage(world, project, voice(), "retry", run.fullRefresh());
        ParsedProject parsed = stage.parsed();
        Retrying.Work work = Retrying.of(parsed).work();
        var options = run.options("retry", work.mode(), Request.everything(), true);
        var given = new TreeMap<String, Object>(project.given());
        given.putAll(run.given());
        var building = new Building(parsed, options, given, world.version(), stage.faces(), work.chosen());
        if (run.isDryRun()) {
            return new PlanShowing(world, new SelectionOptions(), output).show(parsed, building.plan());
        }
        world.heedSignals().run();
        return output.exit(ExitCode.of(building.run(world.interruption())));
    }
}
