package dev.assay.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of a command: its own options first, then those that many commands share, each group under its heading. */
final class GroupedHelp extends Help {

    private static final String OWN = "";

    /** In this order. */
    private static final Map<Class<?>, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put(SelectionOptions.class, "What to work on:");
        HEADINGS.put(RunOptionsGroup.class, "How to work:");
        HEADINGS.put(RowsOptions.class, "Rows:");
        HEADINGS.put(ProjectOptions.class, "Project and target:");
        HEADINGS.put(OutputOptions.class, "Output:");
        HEADINGS.put(SpeechOptions.class, "Output:");
    }

    GroupedHelp(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    /** All options stand below. */
    @Override
    public String synopsis(int headingWidth) {
        return commandSpec().subcommands().isEmpty() && !commandSpec().options().isEmpty()
                ? abbreviatedSynopsis()
                : super.synopsis(headingWidth);
    }

    @Override
    public String optionList() {
        var groups = new LinkedHashMap<String, List<OptionSpec>>();
        groups.put(OWN, new ArrayList<>());
        HEADINGS.values().forEach(heading -> groups.putIfAbsent(heading, new ArrayList<>()));
        commandSpec().options().forEach(option -> groups.get(heading(option)).add(option));
        var text = new StringBuilder();
        groups.forEach((heading, options) -> {
            if (!options.isEmpty()) {
                text.append(heading.isEmpty() ? "" : heading + "\n").append(drawn(options));
            }
        });
        return text.toString();
    }

    private String drawn(List<OptionSpec> options) {
        Layout layout = createDefaultLayout(commandSpec().options(), List.of(), colorScheme());
        options.stream()
                .sorted(createShortOptionNameComparator())
                .forEach(option -> layout.addOption(option, parameterLabelRenderer()));
        return layout.toString();
    }

    private static String heading(OptionSpec option) {
        return option.userObject() instanceof Field field ? HEADINGS.getOrDefault(field.getDeclaringClass(), OWN) : OWN;
    }
}
