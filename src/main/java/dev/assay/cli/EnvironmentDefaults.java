package dev.assay.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option can be set from the environment: {@code --project-dir} by {@code ASSAY_PROJECT_DIR}. What is typed wins; a
 * switch takes 1, true, yes, on and their opposites.
 */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    /** Questions, and no settings: a variable of this name means something else. */
    private static final Set<String> QUESTIONS = Set.of("--help", "--version");

    private static final Set<String> YES = Set.of("1", "true", "yes", "on");
    private static final Set<String> NO = Set.of("0", "false", "no", "off");

    /** The variable that sets an option. */
    static String variable(OptionSpec option) {
        return "ASSAY_"
                + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        boolean settable = argument instanceof OptionSpec option
                && option.longestName().startsWith("--")
                && !QUESTIONS.contains(option.longestName());
        String value = settable ? environment.getOrDefault(variable((OptionSpec) argument), "") : "";
        if (value.isEmpty()) {
            return argument.defaultValue();
        }
        return argument.typeInfo().isBoolean() ? flag(value.strip().toLowerCase(Locale.ROOT)) : value;
    }

    private static String flag(String word) {
        return YES.contains(word) ? "true" : NO.contains(word) ? "false" : word;
    }
}
