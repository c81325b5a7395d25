package dev.assay.cli;

import dev.assay.connect.Interruption;
import dev.assay.diagnostic.Refused;
import dev.assay.project.Secrets;
import dev.assay.report.Output;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a process is given by the one that started it. Both streams hide secrets before a byte leaves.
 *
 * @param answers reads the next line that is typed; empty where nobody types
 * @param ids makes an id for this call
 * @param heedSignals from now on the first Ctrl-C asks to stop, the second ends the process; before, the first ends it
 */
public record ProcessContext(
        Path folder,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        OptionalInt width,
        Supplier<String> answers,
        Clock clock,
        Supplier<String> ids,
        Secrets secrets,
        Interruption interruption,
        Runnable heedSignals,
        String version) {

    /** The same where no line may be drawn anew in its place. */
    ProcessContext withoutTerminal() {
        return new ProcessContext(
                folder,
                environment,
                out,
                err,
                false,
                width,
                answers,
                clock,
                ids,
                secrets,
                interruption,
                heedSignals,
                version);
    }

    /** Whether the user says yes at a terminal. Without a terminal the answer is no. */
    boolean agrees(String question) {
        if (!terminal) {
            return false;
        }
        err.print(question + " [y/N] ");
        err.flush();
        return Set.of("y", "yes").contains(answers.get().strip().toLowerCase(Locale.ROOT));
    }

    /** Where people read: never data. */
    Output output() {
        return Output.of(err, terminal, width, environment);
    }

    boolean onGitHub() {
        return environment.getOrDefault("GITHUB_ACTIONS", "").equals("true");
    }

    /** Adds Markdown to the page of the GitHub job. A run is not worse for a page that cannot be written, so a warning says so. */
    void addToJobSummary(String markdown) {
        String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    folder.resolve(file), secrets.mask(markdown), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            err.println("::warning title=assay::the job summary cannot be written: " + Refused.words(refused));
        }
    }
}
