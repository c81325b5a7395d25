package dev.assay.app;

import dev.assay.compile.AttachedSql;
import dev.assay.compile.CompileContext;
import dev.assay.compile.Compiler;
import dev.assay.compile.PrintedNames;
import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.examine.BuiltinTests;
import dev.assay.examine.ExaminationContext;
import dev.assay.examine.Examiner;
import dev.assay.examine.PublishedFunction;
import dev.assay.examine.Storage;
import dev.assay.examine.Writing;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Source;
import dev.assay.parse.Parsed;
import dev.assay.quality.TestKind;
import dev.assay.setup.Hooks;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.template.Callable;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the hooks and the generic tests of a project give while it is read. References print names that no relation has, and
 * the warehouse is not asked. A text that cannot be rendered so is left out: it goes wrong when it runs.
 */
record AttachedTexts(
        Manifest manifest, Map<String, TestKind> kinds, Templates templates, Scope scope, Warehouse warehouse) {

    private static final Callable SILENT = call -> "";

    private static final Pattern PRINTS_RELATION = Pattern.compile("\\$\\{\\s*(?:relation|model)\\s*}");

    static Stream<AttachedSql> of(Parsed parsed, Templates templates, Scope scope, Warehouse warehouse) {
        var texts = new AttachedTexts(parsed.manifest(), parsed.kinds(), templates, silent(scope), warehouse);
        return Stream.concat(texts.hooks(), texts.genericTests());
    }

    /** The hooks alone. */
    static Stream<AttachedSql> hooks(ParsedProject project) {
        return new AttachedTexts(
                        project.manifest(),
                        project.kinds(),
                        project.templates(),
                        silent(project.scope()),
                        project.loaded().warehouse())
                .hooks();
    }

    private static Scope silent(Scope scope) {
        return scope.with("log", SILENT).with("warn", SILENT).with("execute", true);
    }

    private Stream<AttachedSql> hooks() {
        return Stream.concat(hooksOfNodes(), hooksOfRuns());
    }

    private PrintedNames names() {
        return id -> AttachedSql.referred(
                switch (manifest.get(id)) {
                    case Relational relational -> relational.relation();
                    case Source source -> source.relation();
                    default -> throw new AssayBug(id + " is no relation");
                });
    }

    private Stream<AttachedSql> hooksOfNodes() {
        List<Relational> hooked =
                manifest.all(Relational.class).filter(ProjectHooks::has).toList();
        if (hooked.isEmpty()) {
            return Stream.of();
        }
        var compiler =
                new Compiler(manifest, templates, scope, warehouse.dialect(), CompileContext.of(question -> List.of()));
        return hooked.stream()
                .flatMap(node -> Stream.of(Hooks.Moment.values())
                        .filter(moment -> moment != Hooks.Moment.CUT)
                        .flatMap(moment -> hooks(node, moment, compiler)));
    }

    private Stream<AttachedSql> hooks(Relational node, Hooks.Moment moment, Compiler compiler) {
        Span place = ProjectHooks.place(node, moment);
        return ProjectHooks.hooks(node, moment)
                .flatMap(hook -> compiler.settledFragment(node, hook.toString(), place, names()).stream())
                .map(sql -> new AttachedSql(kind(moment), Optional.of(node), sql, place));
    }

    private static AttachedSql.Kind kind(Hooks.Moment moment) {
        return moment == Hooks.Moment.AFTER_PUBLISH
                ? AttachedSql.Kind.HOOK_AFTER_TESTS
                : AttachedSql.Kind.HOOK_BEFORE_TESTS;
    }

    private Stream<AttachedSql> hooksOfRuns() {
        return manifest.hooks().stream()
                .flatMap(hook -> rendered(hook)
                        .map(sql ->
                                new AttachedSql(AttachedSql.Kind.HOOK_AFTER_TESTS, Optional.empty(), sql, hook.place()))
                        .stream());
    }

    private Optional<SqlText> rendered(Hook hook) {
        try {
            SqlText sql = templates.render(hook.code(), scope);
            return Optional.of(
                    new SqlText(sql.text(), offset -> sql.origin().at(offset).map(hook::written)));
        } catch (ProblemsFound broken) {
            return Optional.empty();
        }
    }

    /** assay's own templates have no name of a relation, and a condition may have one. */
    private Stream<AttachedSql> genericTests() {
        List<DataTest> written = manifest.all(DataTest.class)
                .filter(test -> test.generic()
                        .filter(use -> !BuiltinTests.holds(use.template())
                                || test.config().text("where").isPresent())
                        .isPresent())
                .toList();
        return written.isEmpty()
                ? Stream.of()
                : examiner().ready(written, Optional.empty()).trials().stream()
                        .map(trial -> text(trial.test(), trial.failing()));
    }

    private static AttachedSql text(DataTest test, SqlText sql) {
        Span place = test.config().place("where", test.place());
        return new AttachedSql(
                AttachedSql.Kind.GENERIC_TEST,
                Optional.of(test),
                new SqlText(sql.text(), offset -> sql.origin().at(offset).map(span -> inProject(span, place))),
                place);
    }

    /** The template prints the relation with its condition, which is written where the test is used. */
    private static Span inProject(Span span, Span use) {
        return BuiltinTests.holds(span.file())
                        || PRINTS_RELATION.matcher(span.text()).matches()
                ? use
                : span;
    }

    private Examiner examiner() {
        var published = new PublishedFunction(
                name -> Optional.of(AttachedSql.referred(RelationName.of("", name))), warehouse.dialect());
        return new Examiner(new ExaminationContext(
                manifest,
                names(),
                ephemeral -> SqlText.plain(""),
                kinds,
                new Writing(templates, scope.with("published", published), warehouse.dialect(), warehouse.wording()),
                new Storage(Optional.empty(), "", Storage.Keepers.TOLD, Existing.of(Map.of(), Set.of())),
                any -> false,
                0));
    }
}
