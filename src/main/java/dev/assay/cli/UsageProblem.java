package dev.assay.cli;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed is not a command of ours: says what it could have been. */
record UsageProblem(World world) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        Diagnostic problem = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched().getFirst(), command)
                : Diagnostic.error(Code.USAGE, inOurWords(wrong.getMessage()));
        String path = command.getCommandSpec().qualifiedName(" ");
        Reports.text(world).problems(List.of(problem.help("what it takes: " + path + " --help")));
        return ExitCode.USAGE;
    }

    private static Diagnostic unmatched(String typed, CommandLine command) {
        boolean option = typed.startsWith("-");
        var existing = new ArrayList<String>();
        if (option) {
            command.getCommandSpec().options().forEach(spec -> existing.addAll(Arrays.asList(spec.names())));
        } else {
            existing.addAll(command.getSubcommands().keySet());
        }
        String kind = option ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
        String name = option && typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
        var problem = Diagnostic.error(Code.USAGE, "there is no " + kind + " `" + name + "`");
        List<String> near = Spelling.near(name, existing);
        return near.isEmpty() ? problem : problem.help("a similar one exists: `" + near.getFirst() + "`");
    }

    private static String inOurWords(String words) {
        String first = words.lines().findFirst().orElse(words).strip();
        String small = first.isEmpty() ? first : Character.toLowerCase(first.charAt(0)) + first.substring(1);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }
}
