package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.ParsedProject;
import dev.assay.app.Retrying;
import dev.assay.artifact.LastRun;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.RunEvent;
import dev.assay.select.SelectionRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay retry}. */
@Command(
        name = "retry",
        description = "Go on where earlier runs stopped: kept candidates are tested again, the rest is built.")
final class RetryCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private RunOptionsGroup run;

    @Mixin
    private OutputOptions output;

    RetryCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        var earlier =
                new EarlierOptions(Retrying.last(project.workspace(world, new TemplateLog(), waits -> {}, Map.of()))
                        .map(LastRun::options)
                        .orElse(Map.of()));
        return retry(project.or(earlier), run.or(earlier));
    }

    private int retry(ProjectOptions projectOptions, RunOptionsGroup runOptions) {
        var stage = new CommandContext(world, projectOptions, voice(), "retry", runOptions.fullRefresh());
        Map<String, Object> given = given(projectOptions, runOptions);
        if (runOptions.isDryRun()) {
            return stage.reading(parsed -> new PlanShowing(world, new SelectionOptions(), output)
                    .show(parsed, building(stage, parsed, runOptions, given).plan()));
        }
        return stage.changing(parsed -> retry(building(stage, parsed, runOptions, given)));
    }

    private int retry(Building building) {
        world.heedSignals().run();
        return output.exit(ExitCode.of(building.run(world.interruption())));
    }

    private Building building(
            CommandContext stage, ParsedProject parsed, RunOptionsGroup runOptions, Map<String, Object> given) {
        List<String> taken = EarlierOptions.takenOver(given(project, run), given);
        if (!taken.isEmpty()) {
            stage.report().on(new RunEvent.Said(Diagnostic.Level.NOTE, "as the last run: " + String.join(" ", taken)));
        }
        Retrying.Work work = Retrying.of(parsed).work();
        var options = runOptions.options("retry", work.mode(), SelectionRequest.everything(), true);
        return new Building(parsed, options, given, world.version(), stage.faces(), work.chosen());
    }

    private static Map<String, Object> given(ProjectOptions projectOptions, RunOptionsGroup runOptions) {
        var given = new TreeMap<String, Object>(projectOptions.given());
        given.putAll(runOptions.given());
        return given;
    }
}
