package dev.assay.cli;

import dev.assay.app.Cleaning;
import dev.assay.app.Workspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay clean}. It keeps no log: the log is among what it removes. */
@Command(name = "clean", description = "Remove the target folder, and what clean-targets names.")
final class CleanCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    CleanCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        Workspace workspace = project.workspace(world, new TemplateLog(), waits -> {}, Map.of("command", "clean"));
        List<String> gone = new Cleaning(workspace.load().project(), workspace.invocation()).clean();
        gone.forEach(path -> voice().report().line("Removed", path));
        if (gone.isEmpty()) {
            voice().report().line("Removed", "nothing: there was nothing to remove");
        }
        return output.exit(ExitCode.GOOD);
    }
}
