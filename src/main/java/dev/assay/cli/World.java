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
        String version) {

    /** Where people read: never data. */
    Output output() {
        return Output.of(err, terminal, width, environment);
    }

    boolean onGitHub() {
        return environment.getOrDefault("GITHUB_ACTIONS", "").equals("true");
    }
}
