package dev.assay.cli;

import dev.assay.diagnostic.AssayBug;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code assay completion}. */
@Command(name = "completion", description = "Print a script that lets a shell complete commands, options and names.")
final class CompletionCommand implements Callable<Integer> {

    enum Shell {
        bash,
        zsh,
        fish
    }

    private final ProcessContext world;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private HelpOption help;

    CompletionCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try (InputStream script = CompletionCommand.class.getResourceAsStream("/dev/assay/completion/assay." + shell)) {
            if (script == null) {
                throw new AssayBug("no completion for " + shell);
            }
            world.out().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.GOOD;
    }
}
