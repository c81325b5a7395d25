package dev.assay.app;

import dev.assay.compile.Compiler;
import dev.assay.connect.Lease;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.project.Variables;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.template.MacroSignature;
import dev.assay.template.Templates;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A piece of work outside of any model: a macro, or SQL that was typed. What it renders to is run, if that is anything.
 *
 * @param name for messages: {@code the operation grants.give}
 */
public record Operation(String name, InlineSql inline) {

    private static final String ARGUMENTS = "args";

    public static Operation sql(String sql) {
        return new Operation("the SQL of --sql", InlineSql.of("--sql", sql));
    }

    /**
     * @param macro its whole name: {@code grants.give}
     * @param arguments a mapping in YAML or JSON
     */
    public static Operation macro(LoadedProject project, String macro, String arguments) {
        var problems = new Problems();
        Map<String, Object> given = Variables.typed(arguments, "--args", problems);
        problems.throwIfErrors();
        MacroSignature signature = find(project.templates(), macro);
        requireKnown(signature, given);
        var inline = new InlineSql("run-operation", call(signature, given), Map.of(ARGUMENTS, given));
        return new Operation("the operation " + macro, inline);
    }

    /** The whole names of all macros and functions. */
    static List<String> names(Templates templates) {
        return templates.signatures().stream()
                .map(Operation::wholeName)
                .sorted()
                .toList();
    }

    /**
     * Runs it.
     *
     * @param warns receives, before the SQL runs, a warning for each published relation that the SQL changes
     * @return the SQL that was run; blank when there was none
     */
    public String run(ParsedProject project, Consumer<List<Diagnostic>> warns) {
        Compiler compiler = project.compiler();
        SqlText sql = compiler.compile(inline.in(project.manifest()), project::published);
        if (!sql.text().isBlank()) {
            Warehouse warehouse = project.loaded().warehouse();
            Lease lease = project.loaded().workspace().lease();
            try {
                Optional<UntestedChanges> untested = UntestedChanges.in(project, name, sql);
                untested.ifPresent(changes -> warns.accept(changes.warnings()));
                try (Session session = lease.change(warehouse)) {
                    untested.ifPresent(changes -> changes.note(session));
                    session.execute(Statement.of("run " + name, sql.text()).around(sql));
                }
                lease.conclude(warehouse);
            } catch (WarehouseError refusal) {
                throw refusal.kind() == WarehouseError.Kind.REFUSED
                        ? new ProblemsFound(project.refusals().of(name, refusal))
                        : refusal;
            } finally {
                // Nothing comes after it: what it wrote is best put away.
                warehouse.close();
            }
        }
        return sql.text();
    }

    private static MacroSignature find(Templates templates, String name) {
        return templates.signatures().stream()
                .filter(signature -> wholeName(signature).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemsFound(unknown(templates, name)));
    }

    private static Diagnostic unknown(Templates templates, String name) {
        var problem = Diagnostic.error(Code.UNKNOWN_MACRO, "no macro is called `" + name + "`");
        List<String> all = names(templates);
        List<String> near = Spelling.near(name, all);
        if (!near.isEmpty()) {
            return problem.help("a similar name exists: `" + near.getFirst() + "`");
        }
        List<String> inFiles =
                all.stream().filter(whole -> whole.endsWith("." + name)).toList();
        return inFiles.isEmpty()
                ? problem.note("a macro is called by its file and its name: money.cents is `cents` in macros/money.sql")
                : problem.help("with its file's name: `" + String.join("`, `", inFiles) + "`");
    }

    private static void requireKnown(MacroSignature signature, Map<String, Object> given) {
        var problems = new Problems();
        for (String argument : given.keySet()) {
            if (!signature.parameters().contains(argument)) {
                var problem = Diagnostic.error(
                        Code.USAGE, "`" + wholeName(signature) + "` has no argument `" + argument + "`");
                List<String> near = Spelling.near(argument, signature.parameters());
                problems.add(
                        near.isEmpty()
                                ? problem.note("it has " + String.join(", ", signature.parameters()))
                                : problem.help("a similar one exists: `" + near.getFirst() + "`"));
            }
        }
        problems.throwIfErrors();
    }

    private static String call(MacroSignature signature, Map<String, Object> given) {
        List<String> passed = signature.parameters().stream()
                .filter(parameter -> given.get(parameter) != null)
                .toList();
        if (signature.isFunction()) {
            return passed.stream()
                    .map(parameter -> ARGUMENTS + "." + parameter)
                    .collect(Collectors.joining(", ", "${" + wholeName(signature) + "(", ")}"));
        }
        return passed.stream()
                .map(parameter -> " " + parameter + "=" + ARGUMENTS + "." + parameter)
                .collect(Collectors.joining("", "[@" + wholeName(signature), " /]"));
    }

    private static String wholeName(MacroSignature signature) {
        return signature.namespace() + "." + signature.name();
    }
}
