package dev.assay.cli;

import dev.assay.app.KnownNames;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What a shell's script calls at each press of the tab key: {@code assay __complete build --select or}. A word a line. */
final class Completing {

    static final String WORD = "__complete";

    private Completing() {}

    static int run(List<String> words, ProcessContext world) {
        List<String> typed = words.isEmpty() ? List.of("") : words;
        new Candidates(typed, name -> Commands.command(name, world), () -> names(typed, world))
                .all()
                .forEach(word -> world.out().print(word + "\n"));
        return ExitCode.GOOD;
    }

    /** Of the project that the words so far are about. */
    private static KnownNames names(List<String> words, ProcessContext world) {
        var options = new ProjectOptions();
        var line = new CommandLine(options);
        line.setDefaultValueProvider(new EnvironmentDefaults(world.environment()));
        line.setStopAtUnmatched(false).setUnmatchedArgumentsAllowed(true);
        line.parseArgs(words.subList(0, words.size() - 1).toArray(String[]::new));
        return KnownNames.in(options.workspace(world, new TemplateLog(), waits -> {}, Map.of()));
    }
}
