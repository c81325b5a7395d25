package dev.assay.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Every option can be set from the environment, by each of its long names: {@code --project-dir} by
 * {@code ASSAY_PROJECT_DIR}. What is typed wins; a switch takes 1, true, yes, on and their opposites. An empty variable
 * counts as not set.
 */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    static final String PREFIX = "ASSAY_";

    /** Options that no variable sets: a variable with such a name, such as ASSAY_VERSION, has another purpose. */
    private static final Set<String> QUESTIONS = Set.of("--help", "--version");

    private static final Set<String> YES = Set.of("1", "true", "yes", "on");
    private static final Set<String> NO = Set.of("0", "false", "no", "off");

    /** The variables that set an option, in the order of its names. */
    static List<String> variables(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(name -> name.startsWith("--") && !QUESTIONS.contains(name))
                .map(name -> PREFIX + name.substring(2).toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList();
    }

    /** The variables that set this option here. */
    List<String> used(OptionSpec option) {
        return variables(option).stream()
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .toList();
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        List<String> used = argument instanceof OptionSpec option ? used(option) : List.of();
        if (used.isEmpty()) {
            return argument.defaultValue();
        }
        List<String> values = used.stream().map(environment::get).distinct().toList();
        if (values.size() > 1) {
            throw new ParameterException(
                    argument.command().commandLine(),
                    "the environment variables " + String.join(" and ", used)
                            + " set the same option and disagree: unset one of them");
        }
        String value = values.getFirst();
        return argument.typeInfo().isBoolean() ? flag(value.strip().toLowerCase(Locale.ROOT)) : value;
    }

    private static String flag(String word) {
        return YES.contains(word) ? "true" : NO.contains(word) ? "false" : word;
    }
}
