package dev.assay.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option can be set from the environment: {@code --project-dir} by {@code ASSAY_PROJECT_DIR}. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    @Override
    public String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.longestName().startsWith("--")) {
            String name =
                    option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
            String value = environment.get("ASSAY_" + name);
            return value == null || value.isEmpty() ? option.defaultValue() : value;
        }
        return argument.defaultValue();
    }
}
