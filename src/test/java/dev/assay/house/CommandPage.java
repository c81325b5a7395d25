package dev.assay.house;

import static dev.assay.house.ReferencePage.code;

import dev.assay.cli.Commands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and their options, as the program itself reads them. */
final class CommandPage {

    private static final List<String> HEADS = List.of("option", "default", "variable", "what it does");

    /** Options of fewer commands stand with each of them. */
    private static final int MANY = 4;

    private static final String HELP = "--help";

    private CommandPage() {}

    static String text() {
        var commands = new LinkedHashMap<String, CommandLine>();
        Commands.names().forEach(name -> commands.put(name, command(name)));
        var page = new ReferencePage("Commands", """
            This page is made from the code by a test. `assay COMMAND --help` shows the same at a terminal.

            Options stand behind the command, and `--` ends them. A variable of the environment sets an option; what is
            typed wins. A switch takes `1`, `true`, `yes`, `on` and their opposites. A file `.env` beside `profiles.yml`
            is read, too. Every command has `-h`, `--help`; `assay --version` prints the version.
            """);
        page.table(
                List.of("command", "what it does"),
                commands.entrySet().stream()
                        .map(command -> List.of(
                                "[`" + command.getKey() + "`](#" + command.getKey() + ")",
                                description(command.getValue())))
                        .toList());
        Map<String, List<String>> owners = owners(commands);
        shared(page, commands, owners);
        commands.forEach((name, command) -> own(page, name, command, owners));
        return page.toString();
    }

    private static CommandLine command(String name) {
        // Nothing runs, so nothing of the process is asked for.
        return (CommandLine) Hidden.call(Commands.class, null, "command", name, null);
    }

    /** By the row of an option, the commands that have it. */
    private static Map<String, List<String>> owners(Map<String, CommandLine> commands) {
        var owners = new LinkedHashMap<String, List<String>>();
        commands.forEach((name, command) -> options(command)
                .forEach(option -> owners.computeIfAbsent(row(option).toString(), any -> new ArrayList<>())
                        .add(name)));
        return owners;
    }

    /** Options that several commands have stand once, with all that the same commands have. */
    private static void shared(
            ReferencePage page, Map<String, CommandLine> commands, Map<String, List<String>> owners) {
        page.section("Options of several commands");
        var groups = new LinkedHashMap<List<String>, Map<String, List<String>>>();
        commands.values().stream().flatMap(CommandPage::options).forEach(option -> {
            List<String> row = row(option);
            List<String> of = owners.get(row.toString());
            if (of.size() >= MANY) {
                groups.computeIfAbsent(of, any -> new TreeMap<>()).put(row.toString(), row);
            }
        });
        groups.forEach((of, rows) -> page.paragraph(whose(of, commands)).table(HEADS, List.copyOf(rows.values())));
    }

    private static String whose(List<String> of, Map<String, CommandLine> commands) {
        List<String> without =
                commands.keySet().stream().filter(name -> !of.contains(name)).toList();
        return without.size() < of.size() ? "All commands but " + list(without) + ":" : list(of) + ":";
    }

    private static String list(List<String> names) {
        return names.stream().map(ReferencePage::code).collect(Collectors.joining(", "));
    }

    private static void own(ReferencePage page, String name, CommandLine command, Map<String, List<String>> owners) {
        String parameters = command.getCommandSpec().positionalParameters().stream()
                .map(CommandPage::label)
                .collect(Collectors.joining(" "));
        page.section(name)
                .paragraph("`assay " + name + " [OPTIONS]" + (parameters.isEmpty() ? "" : " " + parameters) + "`")
                .paragraph(description(command));
        List<List<String>> arguments = command.getCommandSpec().positionalParameters().stream()
                .map(argument -> List.of(code(label(argument)), String.join(" ", argument.description())))
                .toList();
        page.table(List.of("argument", "what it is"), arguments)
                .table(
                        HEADS,
                        options(command)
                                .map(CommandPage::row)
                                .filter(row -> owners.get(row.toString()).size() < MANY)
                                .toList());
    }

    private static String label(PositionalParamSpec argument) {
        return argument.arity().min() == 0 ? "[" + argument.paramLabel() + "]" : argument.paramLabel();
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .filter(option -> !Arrays.asList(option.names()).contains(HELP));
    }

    private static List<String> row(OptionSpec option) {
        String names = Stream.of(option.names()).map(ReferencePage::code).collect(Collectors.joining(", "));
        String value = option.typeInfo().isBoolean() ? "" : " " + code(option.paramLabel());
        List<?> variables = (List<?>) Hidden.call(Hidden.type("EnvironmentDefaults"), null, "variables", option);
        return List.of(
                names + value,
                code(usual(option)),
                variables.stream().map(ReferencePage::code).collect(Collectors.joining(", ")),
                String.join(" ", option.description()));
    }

    private static String usual(ArgSpec option) {
        Object usual = option.defaultValue() != null ? option.defaultValue() : option.initialValue();
        boolean isNothing = usual == null || usual.equals(false) || usual.equals(List.of()) || usual.equals(0);
        return isNothing ? "" : usual.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
