package dev.assay.app;

import dev.assay.blueprint.Blueprints;
import dev.assay.compile.AcceptedNames;
import dev.assay.compile.Compiler;
import dev.assay.compile.HardCodedNames;
import dev.assay.compile.PrintedNames;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.setup.Hooks;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hooks that a project has written: rendered when they are due, in the names of the moment. */
final class ProjectHooks implements Hooks {

    private static final Set<String> KEYS =
            Stream.of(Moment.values()).map(ProjectHooks::key).collect(Collectors.toSet());

    private final ParsedProject project;
    private final Compiler compiler;
    private final Blueprints blueprints;
    private final Map<ResourceId, List<Compiler.Pair>> rendered = new ConcurrentHashMap<>();
    private final Set<ResourceId> changed;

    ProjectHooks(ParsedProject project, Compiler compiler, Blueprints blueprints) {
        this.blueprints = blueprints;
        this.project = project;
        this.compiler = compiler;
        this.changed = changed(project);
    }

    /** Hooks are looked through only in projects that accept names at all. */
    private static Set<ResourceId> changed(ParsedProject project) {
        boolean accepts = project.manifest().all(Relational.class).anyMatch(AcceptedNames::areIn);
        return accepts
                ? HardCodedNames.changedByHooks(
                        project.manifest(),
                        project.loaded().warehouse(),
                        project.loaded().project().target().database(),
                        AttachedTexts.hooks(project))
                : Set.of();
    }

    @Override
    public boolean changeAfterTests(ResourceId node) {
        return changed.contains(node);
    }

    @Override
    public boolean mayChangeCandidate(Relational node) {
        return hooks(node, Moment.POST_HOOK).findAny().isPresent();
    }

    @Override
    public RunEvent.HookFinished run(Hook hook, Session session) {
        Instant began = project.loaded().workspace().clock().instant();
        List<Diagnostic> problems = new ArrayList<>();
        Status status = Status.SUCCESS;
        try {
            Scope scope = project.scope().with("execute", true);
            SqlText sql = project.templates().render(hook.code(), scope);
            if (!sql.text().isBlank()) {
                session.execute(Statement.of(PURPOSE + "hook " + hook.name(), sql.text())
                        .around(sql));
            }
        } catch (ProblemsFound found) {
            status = Status.ERROR;
            found.problems().forEach(problem -> problems.add(inProjectFile(problem, hook)));
        } catch (WarehouseError refusal) {
            boolean isInterrupted = refusal.kind() == WarehouseError.Kind.CANCELLED;
            status = isInterrupted ? Status.SKIPPED : Status.ERROR;
            if (!isInterrupted) {
                problems.add(inProjectFile(refused(hook, refusal), hook));
            }
        }
        Instant ended = project.loaded().workspace().clock().instant();
        return new RunEvent.HookFinished(hook.name(), status, Duration.between(began, ended), problems);
    }

    private Diagnostic refused(Hook hook, WarehouseError refusal) {
        String label = project.loaded().warehouse().label();
        return Diagnostic.error(
                        Code.SQL_REFUSED,
                        placeIn(hook.code(), refusal),
                        label + " refused the hook `" + hook.name() + "`")
                .note(label + " says: " + refusal.words())
                .help(refusal.help());
    }

    private static Diagnostic inProjectFile(Diagnostic problem, Hook hook) {
        return problem.span()
                .filter(span -> span.file().equals(hook.code()))
                .map(span -> problem.at(hook.written(span)))
                .orElse(problem);
    }

    /** What the warehouse points at, else the line on which the hook begins. */
    private static Span placeIn(SourceFile code, WarehouseError refusal) {
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
        if (node.config().values().get(key(moment)) == null) {
            return List.of();
        }
        return switch (moment) {
            case PRE_HOOK -> written(node, moment, blueprints::proving);
            case POST_HOOK ->
                isQuery(node)
                        ? pairs((Model) node)
                                .map(hook -> statement(node, moment, hook.tested()))
                                .toList()
                        : written(node, moment, blueprints::proving);
            case CUT -> isQuery(node) ? inCut((Model) node) : List.of();
            case AFTER_PUBLISH -> written(node, moment, blueprints::published);
        };
    }

    private static boolean isQuery(Relational node) {
        return node.form().isQuery();
    }

    /** A hook that names no candidate has done its work when the candidate was built. */
    private List<Statement> inCut(Model view) {
        Stream<Statement> kept = hooks(view, Moment.CUT)
                .filter(KeptHook.class::isInstance)
                .map(hook -> statement(view, Moment.CUT, SqlText.plain(((KeptHook) hook).sql())));
        Stream<Statement> rendered = pairs(view)
                .filter(hook -> !hook.tested().equals(hook.published()))
                .map(hook -> statement(view, Moment.CUT, hook.published()));
        return Stream.concat(kept, rendered).toList();
    }

    /** The post-hooks of a view over both sets of names, rendered once in a run. */
    private Stream<Compiler.Pair> pairs(Model view) {
        return rendered
                .computeIfAbsent(
                        view.id(),
                        id -> hooks(view, Moment.POST_HOOK)
                                .filter(String.class::isInstance)
                                .map(text -> compiler.hook(
                                        view,
                                        text.toString(),
                                        place(view, Moment.POST_HOOK),
                                        blueprints::proving,
                                        blueprints::published))
                                .toList())
                .stream();
    }

    private List<Statement> written(Relational node, Moment moment, PrintedNames names) {
        return hooks(node, moment)
                .map(hook -> statement(
                        node,
                        moment,
                        hook instanceof KeptHook(String sql)
                                ? SqlText.plain(sql)
                                : compiler.fragment(node, hook.toString(), place(node, moment), names)))
                .toList();
    }

    /**
     * What is kept of a node's hooks with its candidate, for the moment when it is published: their text, or their template
     * where they ask the warehouse then.
     */
    List<Object> kept(Relational node, Moment moment) {
        if (moment == Moment.CUT) {
            return of(node, moment).stream()
                    .<Object>map(hook -> new KeptHook(hook.text()))
                    .toList();
        }
        return hooks(node, moment)
                .map(hook -> hook instanceof String text
                        ? compiler.settledFragment(node, text, place(node, moment), blueprints::published)
                                .<Object>map(sql -> new KeptHook(sql.text()))
                                .orElse(text)
                        : hook)
                .toList();
    }

    private static Statement statement(Relational node, Moment moment, SqlText sql) {
        return Statement.of(PURPOSE + key(moment).replace('_', '-') + " of " + node.name(), sql.text())
                .around(sql);
    }

    /** The setting that holds the hooks of a moment. */
    static String key(Moment moment) {
        return switch (moment) {
            case PRE_HOOK -> "pre_hook";
            case POST_HOOK, CUT -> "post_hook";
            case AFTER_PUBLISH -> "after_publish";
        };
    }

    static Span place(Relational node, Moment moment) {
        return node.config().place(key(moment), node.place());
    }

    /** Whether a node has a hook at any moment. */
    static boolean has(Relational node) {
        return KEYS.stream().anyMatch(node.config().values()::containsKey);
    }

    static Stream<Object> hooks(Relational node, Moment moment) {
        return texts(node.config().values().getOrDefault(key(moment), List.of())).stream();
    }

    /** A hook is a text, a mapping with {@code sql}, or a list of those. */
    private static List<Object> texts(Object written) {
        return switch (written) {
            case KeptHook kept -> List.of(kept);
            case List<?> list ->
                list.stream().flatMap(item -> texts(item).stream()).toList();
            case Map<?, ?> map -> texts(String.valueOf(map.get("sql")));
            default -> String.valueOf(written).isBlank() ? List.of() : List.of(String.valueOf(written));
        };
    }
}
