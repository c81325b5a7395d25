package dev.assay.cli;

import dev.assay.app.ParsedProject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay parse}. */
@Command(name = "parse", description = "Read the project, tell every problem, write target/manifest.json.")
final class ParseCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    ParseCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        ParsedProject parsed = new CommandContext(world, project, voice(), "parse").parsed();
        parsed.selectors();
        parsed.writeManifest(world.version(), project.given());
        return output.exit(ExitCode.GOOD);
    }
}
