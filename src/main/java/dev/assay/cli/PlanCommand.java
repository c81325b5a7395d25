package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.ParsedProject;
import dev.assay.app.PlannedRun;
import dev.assay.app.RunOptions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay plan}. */
@Command(name = "plan", description = "Say what a build would do, node by node, and why. Changes nothing.")
final class PlanCommand implements Callable<Integer>, Speaking, FewerOptions {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private RunOptionsGroup run;

    @Option(names = "--tests", description = "List the tests of each node.")
    private boolean tests;

    @Mixin
    private OutputOptions output;

    PlanCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        var stage = new CommandContext(world, project, voice(), "plan", run.fullRefresh());
        RunOptions options = run.shown(selection.request());
        return stage.reading(parsed -> show(parsed, options, stage));
    }

    private int show(ParsedProject parsed, RunOptions options, CommandContext stage) {
        PlannedRun planned = new Building(parsed, options, Map.of(), world.version(), stage.faces()).plan();
        var showing = new PlanShowing(world, selection, output);
        return tests ? showing.showTests(parsed, planned) : showing.show(parsed, planned);
    }

    /** It runs nothing. */
    @Override
    public Set<String> without() {
        return Set.of("--fail-fast", "--empty", "--no-tests", "--no-fuse", "--publish", "--dry-run");
    }
}
