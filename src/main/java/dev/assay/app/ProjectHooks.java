package dev.assay.app;

import dev.assay.compile.Compiler;
import dev.assay.compile.Names;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Relational;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.run.Blueprints;
import dev.assay.run.Hooks;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.template.Scope;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The hooks that a project has written: rendered when they are due, in the names of the moment. */
final class ProjectHooks implements Hooks {

    private final ParsedProject project;
    private final Compiler compiler;
    private final Blueprints blueprints;

    ProjectHooks(ParsedProject project, Compiler compiler, Blueprints blueprints) {
        this.blueprints = blueprints;
        this.project = project;
        this.compiler = compiler;
    }

    @Override
    public RunEvent.HookFinished run(Hook hook, Session session) {
        Instant began = project.loaded().workspace().clock().instant();
        List<Diagnostic> problems = new ArrayList<>();
        try {
            Scope scope = project.scope().with("execute", true);
            SqlText sql = project.templates().render(hook.code(), scope);
            if (!sql.text().isBlank()) {
                session.execute(Statement.of(PURPOSE + "hook " + hook.name(), sql.text())
                        .around(sql));
            }
        } catch (ProblemsFound found) {
            found.problems().forEach(problem -> problems.add(inProjectFile(problem, hook)));
        } catch (WarehouseError refusal) {
            String label = project.loaded().warehouse().label();
            var problem = Diagnostic.error(
                            Code.SQL_REFUSED,
                            place(hook.code(), refusal),
                            label + " refused the hook `" + hook.name() + "`")
                    .note(label + " says: " + refusal.words())
                    .help(refusal.help());
            problems.add(inProjectFile(problem, hook));
        }
        Status status = problems.isEmpty() ? Status.SUCCESS : Status.ERROR;
        Instant ended = project.loaded().workspace().clock().instant();
        return new RunEvent.HookFinished(hook.name(), status, Duration.between(began, ended), problems);
    }

    private static Diagnostic inProjectFile(Diagnostic problem, Hook hook) {
        return problem.span()
                .filter(span -> span.file().equals(hook.code()))
                .map(span -> problem.at(hook.written(span)))
                .orElse(problem);
    }

    /** What the warehouse points at, else the line on which the hook begins. */
    private static Span place(SourceFile code, WarehouseError refusal) {
        return refusal.written().orElseGet(() -> {
            int start = code.text().length() - code.text().stripLeading().length();
            return code.span(
                    start,
                    start
                            + code.text()
                                    .substring(start)
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .length());
        });
    }

    @Override
    public List<Statement> of(Relational node, Moment moment) {
        String key = moment.name().toLowerCase(Locale.ROOT);
        Span place = node.config().places().getOrDefault(key, node.place());
        Names names = moment == Moment.AFTER_PUBLISH ? blueprints::published : blueprints::proving;
        return node.config().values().get(key) == null
                ? List.of()
                : texts(node.config().values().get(key)).stream()
                        .map(text -> statement(node, text, place, names, key))
                        .toList();
    }

    private Statement statement(Relational node, String text, Span place, Names names, String key) {
        SqlText sql = compiler.fragment(node, text, place, names);
        return Statement.of(PURPOSE + key.replace('_', '-') + " of " + node.name(), sql.text())
                .around(sql);
    }

    /** A hook is a text, a mapping with {@code sql}, or a list of those. */
    private static List<String> texts(Object written) {
        return switch (written) {
            case List<?> list ->
                list.stream().flatMap(item -> texts(item).stream()).toList();
            case Map<?, ?> map -> texts(String.valueOf(map.get("sql")));
            default -> String.valueOf(written).isBlank() ? List.of() : List.of(String.valueOf(written));
        };
    }
}
