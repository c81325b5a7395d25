package dev.assay.cli;

import dev.assay.project.Secrets;
import dev.assay.report.Output;
import dev.assay.run.Interruption;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What a process is given by the one that started it. Both streams hide secrets before a byte leaves.
 *
 * @param ids makes an id for this call
 * @param heedSignals from now on the first Ctrl-C asks to stop, the second ends the process; before, the first ends it
 */
public record World(
        Path folder,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        OptionalInt width,
        Clock clock,
        Supplier<String> ids,
        Secrets secrets,
        Interruption interruption,
        Runnable heedSignals,
        String version) {

    /** The same where no line may be drawn anew in its place. */
    World withoutTerminal() {
        return new World(
                folder, environment, out, err, false, width, clock, ids, secrets, interruption, heedSignals, version);
    }

    /** Where people read: never data. */
    Output output() {
        return Output.of(err, terminal, width, environment);
    }

    boolean onGitHub() {
        return environment.getOrDefault("GITHUB_ACTIONS", "").equals("true");
    }
}
