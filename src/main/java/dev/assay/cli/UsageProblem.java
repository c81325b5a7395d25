package dev.assay.cli;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed is not a command of ours: says what it could have been. */
record UsageProblem(ProcessContext world) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String path = command.getCommandSpec().qualifiedName(" ");
        Reports.text(world).problems(List.of(problem(wrong, command).help("what it takes: " + path + " --help")));
        return ExitCode.USAGE;
    }

    private Diagnostic problem(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().getFirst(), command);
        }
        boolean value = wrong.getArgSpec() != null
                && wrong.getValue() != null
                && !wrong.getValue().isEmpty();
        return value
                ? wrongValue(wrong.getArgSpec(), wrong.getValue())
                : Diagnostic.error(Code.USAGE, inOurWords(wrong.getMessage()));
    }

    private static Diagnostic unmatched(String typed, CommandLine command) {
        boolean option = typed.startsWith("-");
        boolean atRoot = command.getParent() == null;
        String kind = option ? "option" : atRoot ? "command" : "argument";
        String name = option && typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
        var problem = Diagnostic.error(Code.USAGE, "there is no " + kind + " `" + name + "`");
        var existing = new ArrayList<String>();
        if (option) {
            command.getCommandSpec().options().forEach(spec -> existing.addAll(Arrays.asList(spec.names())));
        } else if (atRoot) {
            existing.addAll(Commands.names());
        }
        List<String> near = Spelling.near(name, existing);
        if (!near.isEmpty()) {
            return problem.help("a similar one exists: `" + near.getFirst() + "`");
        }
        return option && atRoot ? problem.help("options stand behind the command: assay build " + typed) : problem;
    }

    private Diagnostic wrongValue(ArgSpec argument, String value) {
        boolean option = argument instanceof OptionSpec;
        String name = option ? ((OptionSpec) argument).longestName() : argument.paramLabel();
        var problem = Diagnostic.error(Code.USAGE, "`" + value + "` is no value of " + name);
        if (option) {
            problem = setBy((OptionSpec) argument, value).map(problem::note).orElse(problem);
        }
        if (argument.completionCandidates() != null) {
            List<String> allowed = StreamSupport.stream(
                            argument.completionCandidates().spliterator(), false)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .toList();
            List<String> near = Spelling.near(value, allowed);
            return near.isEmpty()
                    ? problem.note("it takes " + String.join(", ", allowed))
                    : problem.help("a similar one exists: `" + near.getFirst() + "`");
        }
        Class<?> type = argument.typeInfo().getType();
        return type == int.class || type == Integer.class
                ? problem.note("it takes a whole number")
                : argument.typeInfo().isBoolean() ? problem.note("it takes true or false") : problem;
    }

    /** Which variable of the environment gave this value, if one did. */
    private Optional<String> setBy(OptionSpec option, String value) {
        var environment = new EnvironmentDefaults(world.environment());
        return environment.used(option).stream()
                .filter(variable -> value.equals(world.environment().get(variable)))
                .map(variable -> variable + " sets it")
                .findFirst();
    }

    private static String inOurWords(String words) {
        String first = words.lines().findFirst().orElse(words).strip();
        String small = first.isEmpty() ? first : Character.toLowerCase(first.charAt(0)) + first.substring(1);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }
}
