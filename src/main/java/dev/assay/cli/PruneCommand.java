package dev.assay.cli;

import dev.assay.app.Orphan;
import dev.assay.app.ParsedProject;
import dev.assay.app.Pruning;
import dev.assay.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay prune}. */
@Command(name = "prune", description = "Drop what assay has published and the project no longer defines.")
final class PruneCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Option(names = "--dry-run", description = "Name them, and drop nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Drop them without a question.")
    private boolean yes;

    PruneCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        var stage = new CommandContext(world, project, voice(), "prune");
        return dryRun
                ? stage.reading(parsed -> prune(parsed, stage.report()))
                : stage.changing(parsed -> prune(parsed, stage.report()));
    }

    private int prune(ParsedProject parsed, Report report) {
        Pruning pruning = Pruning.of(parsed);
        List<Orphan> going = pruning.going();
        if (!yes || dryRun) {
            say("would drop ", going);
        }
        pruning.orphans().forEach(orphan -> orphan.kept().ifPresent(why -> say("kept ", orphan, why)));
        boolean nothingToDo = dryRun || going.isEmpty();
        if (nothingToDo || !(yes || world.agrees("Drop " + count(going) + "?"))) {
            report.step("Found", count(going), Duration.ZERO);
            return output.exit(nothingToDo ? ExitCode.GOOD : refused(report));
        }
        Instant began = world.clock().instant();
        List<Orphan> dropped = pruning.drop();
        say("dropped ", dropped);
        report.step(
                "Dropped", count(dropped), Duration.between(began, world.clock().instant()));
        return output.exit(ExitCode.GOOD);
    }

    private static int refused(Report report) {
        report.line("Next", "nothing was dropped; to drop what is named above: assay prune --yes");
        return ExitCode.USAGE;
    }

    private static String count(List<Orphan> orphans) {
        int relations = orphans.size();
        return relations == 0 ? "nothing" : relations == 1 ? "1 relation" : relations + " relations";
    }

    private void say(String verb, List<Orphan> orphans) {
        orphans.forEach(orphan -> say(verb, orphan, orphan.why()));
    }

    private void say(String verb, Orphan orphan, String why) {
        world.out().print(verb + orphan.kind().word() + " " + orphan.entry().relation() + ": " + why + "\n");
    }
}
