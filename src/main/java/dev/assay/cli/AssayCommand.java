package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows what there is. */
@Command(
        name = "assay",
        description =
                "Compiles a project of templated SQL, runs it on a warehouse, and proves the result before anyone can"
                        + " read it.",
        synopsisSubcommandLabel = "COMMAND")
final class AssayCommand implements Callable<Integer> {

    static final String ISSUES = "the project's issues";

    private final ProcessContext world;

    @Spec
    private CommandSpec spec;

    @Option(names = "--version", description = "Print the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    AssayCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if (version) {
            world.out().println("assay " + world.version());
        } else {
            spec.commandLine().usage(world.out());
        }
        return ExitCode.GOOD;
    }
}
