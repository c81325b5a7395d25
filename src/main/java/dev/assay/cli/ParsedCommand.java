package dev.assay.cli;

import dev.assay.diagnostic.Diagnostic;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command that was typed, after a look at what the parser lets through. */
record ParsedCommand(ProcessContext world) implements IExecutionStrategy {

    @Override
    public int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        refuseOptionsAsValues(last);
        CommandLine command = last.commandSpec().commandLine();
        if (!last.isUsageHelpRequested() && command.getCommand() instanceof Speaking speaking) {
            List<Diagnostic> warnings = new UnknownVariables(world).warnings(command);
            if (!warnings.isEmpty()) {
                speaking.voice().report().problems(warnings);
            }
        }
        return new RunLast().execute(parsed);
    }

    // An option that takes many values takes all words up to the next option that exists. Values of options that take
    // one may begin with a dash: --limit -1, --sql '-- a comment'.
    private static void refuseOptionsAsValues(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (option.arity().max() > 1) {
                List<String> options = option.originalStringValues().stream()
                        .filter(value -> value.startsWith("-"))
                        .toList();
                if (!options.isEmpty()) {
                    throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), options);
                }
            }
        }
    }
}
