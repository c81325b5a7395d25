package dev.assay.examine;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Resource;
import dev.assay.quality.TestKind;
import dev.assay.quality.Thresholds;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Literal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Makes a test ready to run. What is wrong with it becomes a problem, and the test is not ready. */
final class Preparation {

    /** Under this name several tests read together what they test. */
    static final String SHARED = "assay_tested";

    private static final TestKind.Says SINGULAR = new TestKind.Says("1 failing row", "{failures} failing rows");

    private final ExaminationContext setting;
    private final Relations relations;
    private final Optional<List<String>> columns;
    private final Problems problems = new Problems();

    /** @param columns those of what is tested, where they are known */
    Preparation(ExaminationContext setting, Optional<List<String>> columns) {
        this.setting = setting;
        this.relations = new Relations(setting);
        this.columns = columns;
    }

    /** @throws ProblemsFound when the test is wrong, or cannot run because something it reads is not built */
    Trial trial(DataTest test) {
        requireBuilt(test);
        Thresholds thresholds = Thresholds.of(test, problems);
        Optional<Storage.Kept> kept = setting.storage().kept(test, problems);
        problems.throwIfErrors();
        Trial bare =
                test.generic().map(use -> generic(test, use, thresholds)).orElseGet(() -> singular(test, thresholds));
        return kept.map(where -> keeping(bare, lasting(test, where))).orElse(bare);
    }

    /** A test over several relations says nothing about any of them while one does not exist: it must not hold the others. */
    private void requireBuilt(DataTest test) {
        SortedSet<String> missing = relations.notBuilt(test);
        if (!missing.isEmpty()) {
            String names = missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            throw new ProblemsFound(Diagnostic.warning(
                            Code.NO_BASE,
                            "the test `" + test.name() + "` did not run: it reads " + names + ", which "
                                    + (missing.size() == 1 ? "is" : "are") + " not built yet")
                    .at(test.place())
                    .help("a build of what it reads runs it: assay build"));
        }
    }

    private Trial singular(DataTest test, Thresholds thresholds) {
        SqlText failing = Sql.unended(setting.compiler().apply(test));
        return new Trial(
                test,
                thresholds,
                failing,
                SINGULAR,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Trial generic(DataTest test, DataTest.Generic use, Thresholds thresholds) {
        Resource resource = setting.manifest().get(use.of());
        Optional<TestedColumn> column = TestedColumn.of(test, use, resource);
        columns.ifPresent(known ->
                column.flatMap(one -> one.missing(test, resource.name(), known)).ifPresent(problems::add));
        problems.throwIfErrors();

        TestKind kind = kind(use);
        Map<String, Object> arguments = new TestArgumentValues(test, use, relations).values(kind);
        var sql = new GenericSql(
                setting.writing(),
                test,
                relations,
                use,
                kind,
                arguments,
                column.map(one -> one.print(setting.writing().dialect(), columns)));
        Tested tested = relations.of(use.of());
        Tested looked = filtered(test, tested, resource);
        return new Trial(
                test,
                thresholds,
                Sql.unended(sql.over(looked)),
                says(kind, resource, column, arguments),
                Optional.of(looked.print()),
                shared(test, use, tested, sql),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Optional<Trial.Shared> shared(DataTest test, DataTest.Generic use, Tested tested, GenericSql sql) {
        if (!relations.isComputed(use.of())) {
            return Optional.empty();
        }
        Tested name = tested.as(setting.writing().dialect().quote(SHARED));
        Tested looked = filtered(test, name, setting.manifest().get(use.of()));
        return Optional.of(new Trial.Shared(Sql.unended(sql.over(looked)), looked.print(), tested.print()));
    }

    private Tested filtered(DataTest test, Tested relation, Resource resource) {
        return test.config()
                .text("where")
                .filter(condition -> !condition.isBlank())
                .map(condition -> relations.filtered(relation, condition.strip(), resource.name()))
                .orElse(relation);
    }

    private TestKind kind(DataTest.Generic use) {
        TestKind kind = setting.kinds().get(use.kind());
        if (kind == null) {
            throw new AssayBug("no kind of test is called " + use.kind());
        }
        return kind;
    }

    private TestKind.Says says(
            TestKind kind, Resource resource, Optional<TestedColumn> column, Map<String, Object> arguments) {
        var holes = new HashMap<>(arguments);
        holes.put("model", resource.name());
        holes.put("relation", setting.manifest().relation(resource.id()).toString());
        column.ifPresent(one -> holes.put("column", one.bare()));
        return new TestKind.Says(
                VerdictWords.fill(kind.says().one(), holes),
                VerdictWords.fill(kind.says().many(), holes));
    }

    /** A view over a candidate would lose what it reads at the cut: its rows are kept as a table. */
    private Storage.Kept lasting(DataTest test, Storage.Kept kept) {
        return relations.areWhatReadersSee(test) ? kept : new Storage.Kept(kept.relation(), Existing.Kind.TABLE);
    }

    /** The rows are computed once, for keeping; counting and showing read what was kept, unless that is a view. */
    private Trial keeping(Trial trial, Storage.Kept kept) {
        return new Trial(
                trial.test(),
                trial.thresholds(),
                trial.failing(),
                trial.says(),
                trial.tested(),
                Optional.empty(),
                setting.storage().existing().kind(kept.relation()).map(old -> clearing(old, kept.relation())).stream()
                        .toList(),
                creating(trial, kept),
                Optional.of(kept));
    }

    private Statement clearing(Existing.Kind old, RelationName relation) {
        return statement(
                "remove the rows that an earlier run kept", "drop_" + old.suffix(), Map.of("relation", relation));
    }

    /** The comment is how a later run recognises the relation as one that it may replace. */
    private List<Statement> creating(Trial trial, Storage.Kept kept) {
        return List.of(
                statement(
                        "keep the failing rows",
                        kept.kind() == Existing.Kind.VIEW ? "create_view_as" : "create_table_as",
                        Map.of("relation", kept.relation(), "select", trial.failing())),
                statement(
                        "note that assay keeps failing rows here",
                        "comment_on_" + kept.kind().suffix(),
                        Map.of(
                                "relation",
                                kept.relation(),
                                "comment",
                                new Literal(setting.storage().comment()))));
    }

    private Statement statement(String purpose, String name, Map<String, Object> values) {
        return setting.writing().wording().statement(purpose, name, values);
    }
}
