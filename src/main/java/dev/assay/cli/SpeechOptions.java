package dev.assay.cli;

import dev.assay.report.Report;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much a command says, and what it keeps of that. */
final class SpeechOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but problems and data.")
    private boolean quiet;

    @Option(names = "--debug", description = "Show every statement with its time.")
    private boolean debug;

    @Option(names = "--log-format", paramLabel = "FORM", description = "text or json: how target/assay.log is written.")
    private Voice.LogForm logForm = Voice.LogForm.text;

    @Option(names = "--warn-error", description = "A warning makes the exit code 1.")
    private boolean warnError;

    private Voice voice;

    /**
     * The one voice of this call.
     *
     * @param usual the face where {@code -q} says nothing else
     */
    Voice voice(ProcessContext world, Function<ProcessContext, Report> usual) {
        if (voice == null) {
            ProcessContext seen = debug ? world.withoutTerminal() : world;
            voice = new Voice(world, face(seen, usual), logForm, debug);
            voice.begin(String.join(
                    " ", command.root().commandLine().getParseResult().originalArgs()));
        }
        return voice;
    }

    private Report face(ProcessContext seen, Function<ProcessContext, Report> usual) {
        if (!quiet) {
            return usual.apply(seen);
        }
        // What changes the exit code is said.
        return warnError ? Reports.data(seen) : Reports.quiet(seen);
    }

    /** A line of its own, where data are the answer. */
    void aside(ProcessContext world, String verb, String words) {
        if (!quiet) {
            Reports.text(world).line(verb, words);
        }
    }

    /** The exit code of a command that found nothing wrong so far. */
    int exit(int code) {
        return code == ExitCode.GOOD && warnError && voice != null && voice.warned() ? ExitCode.FINDING : code;
    }
}
