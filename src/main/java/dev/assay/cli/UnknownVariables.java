package dev.assay.cli;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * Warns of a variable of the environment that has nearly the name of one that sets an option. Other variables that begin
 * with {@code ASSAY_} may belong to the user, who reads them by {@code env_var}.
 */
record UnknownVariables(ProcessContext world) {

    /** Variables that no command reads: those of the script that starts Java, and names that others use. */
    private static final Set<String> OTHERS =
            Set.of("ASSAY_JAVA_HOME", "ASSAY_JAVA_OPTS", "ASSAY_HELP", "ASSAY_VERSION");

    List<Diagnostic> warnings(CommandLine command) {
        Set<String> unknown = new TreeSet<>(world.environment().keySet());
        unknown.removeIf(variable -> !variable.startsWith(EnvironmentDefaults.PREFIX));
        unknown.removeAll(OTHERS);
        unknown.removeAll(variables(command));
        if (unknown.isEmpty()) {
            return List.of();
        }
        // Making all commands takes time: only a call with a variable that its own command does not read pays for it.
        Set<String> known = new TreeSet<>(OTHERS);
        Commands.names().forEach(name -> known.addAll(variables(Commands.command(name, world))));
        return unknown.stream()
                .filter(variable -> !known.contains(variable))
                .flatMap(variable -> near(variable, known).stream().limit(1).map(near -> warning(variable, near)))
                .toList();
    }

    private static Set<String> variables(CommandLine command) {
        Set<String> variables = new TreeSet<>();
        command.getCommandSpec().options().forEach(option -> variables.addAll(EnvironmentDefaults.variables(option)));
        return variables;
    }

    // The prefix is right in all of them, so it must not make room for more typing mistakes in the rest.
    private static List<String> near(String variable, Set<String> known) {
        int prefix = EnvironmentDefaults.PREFIX.length();
        List<String> names = known.stream().map(name -> name.substring(prefix)).toList();
        return Spelling.within(2, variable.substring(prefix), names).stream()
                .map(name -> EnvironmentDefaults.PREFIX + name)
                .toList();
    }

    private static Diagnostic warning(String variable, String near) {
        return Diagnostic.warning(Code.USAGE, "the environment variable " + variable + " sets no option")
                .note("if assay is not meant, choose a name that is less similar to " + near)
                .help("a similar one exists: " + near);
    }
}
