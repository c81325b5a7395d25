package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.ParsedProject;
import dev.assay.app.RunOptions;
import dev.assay.plan.PlanRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What build, run, seed and test have in common: everything but which resources they work on. */
abstract class WorkCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;
    private final String word;
    private final PlanRequest.Mode mode;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RunOptionsGroup run;

    @Mixin
    private OutputOptions output;

    WorkCommand(ProcessContext world, String word, PlanRequest.Mode mode) {
        this.world = world;
        this.word = word;
        this.mode = mode;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        var stage = new CommandContext(world, project, voice(), word, run.fullRefresh());
        var options = run.options(word, mode, selection.request(), false);
        if (run.isDryRun()) {
            return stage.reading(parsed -> new PlanShowing(world, selection, output)
                    .show(parsed, building(parsed, options, stage).plan()));
        }
        world.heedSignals().run();
        return stage.changing(parsed -> work(building(parsed, options, stage)));
    }

    private int work(Building building) {
        selection.requireSome(!building.plan().plan().isEmpty(), building.plan().warnings());
        return output.exit(ExitCode.of(building.run(world.interruption())));
    }

    private Building building(ParsedProject parsed, RunOptions options, CommandContext stage) {
        return new Building(parsed, options, given(), world.version(), stage.faces());
    }

    private Map<String, Object> given() {
        var given = new TreeMap<String, Object>();
        given.putAll(project.given());
        given.putAll(selection.given());
        given.putAll(run.given());
        return given;
    }
}
