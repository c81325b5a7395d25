package dev.assay.cli;

import dev.assay.app.Starter;
import dev.assay.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay init}. */
@Command(name = "init", description = "Write a small project of three layers that builds at once.")
final class InitCommand implements Callable<Integer> {

    private final ProcessContext world;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A new folder; without it, the working folder.")
    private String name;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but problems.")
    private boolean quiet;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private HelpOption help;

    InitCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Path folder =
                name == null ? world.folder() : world.folder().resolve(name).normalize();
        var starter = Starter.in(folder);
        List<String> written = starter.write();
        if (quiet) {
            return ExitCode.GOOD;
        }
        String where = name == null ? "the working folder" : name;
        Report report = Reports.text(world);
        report.line("Wrote", "project " + starter.name() + " into " + where + ": " + written.size() + " files");
        report.line("Next", (name == null ? "" : "cd " + name + " && ") + "assay build");
        return ExitCode.GOOD;
    }
}
