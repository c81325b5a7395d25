package dev.assay.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private final WrittenProject project = new WrittenProject();

    @Test
    void anUnknownRefNamesTheSimilarModel() {
        project.file("models/marts/orders.sql", "select *\nfrom ${ref(\"stg_order\")} as o")
                .file("models/staging/stg_orders.sql", "select 1");

        Diagnostic problem = project.problem(Code.UNKNOWN_REF);
        assertEquals("no model, seed or snapshot is called `stg_order`", problem.headline());
        assertEquals("models/marts/orders.sql:2:6", problem.span().orElseThrow().where());
        assertEquals("${ref(\"stg_order\")}", problem.span().orElseThrow().text());
        assertEquals(List.of("a similar name exists: `stg_orders` (models/staging/stg_orders.sql)"), problem.help());
    }

    @Test
    void theProjectMayBeNamed() {
        project.file("models/a.sql", "select * from ${ref('shop', 'b')}").file("models/b.sql", "select 1");

        assertEquals(
                "model.shop.b",
                project.model("a")
                        .references()
                        .getFirst()
                        .target()
                        .orElseThrow()
                        .value());
    }

    @Test
    void anotherProjectIsUnknown() {
        project.file("models/a.sql", "select * from ${ref('shp', 'b')}").file("models/b.sql", "select 1");

        assertEquals(
                "no other project is called `shp`",
                project.problem(Code.UNKNOWN_REF).headline());
    }

    @Test
    void aDisabledModelIsSaidToBeDisabled() {
        project.file("models/a.sql", "select * from ${ref('b')}")
                .file("models/b.sql", "[@config enabled=false /]select 1");

        Diagnostic problem = project.problem(Code.UNKNOWN_REF);
        assertEquals("the model `b` is disabled", problem.headline());
        assertEquals("models/b.sql:1:10", problem.others().getFirst().span().where());
    }

    @Test
    void aTestThatNeedsADisabledModelIsLeftOut() {
        project.file("tests/t.sql", "select * from ${ref('b')}")
                .file("models/b.sql", "[@config enabled=false /]select 1");

        assertEquals(
                List.of("the test `t` is left out: it needs `b`, which is disabled"),
                project.parsed().warnings().stream().map(Diagnostic::headline).toList());
        assertTrue(project.manifest().resources().isEmpty());
    }

    @Test
    void unknownSourcesAndTables() {
        project.file("models/a.sql", "select * from ${source('shop', 'order')} join ${source('crm', 'x')}")
                .file("models/s.yml", "sources: [{name: shop, tables: [{name: orders}]}]");

        List<Diagnostic> problems = project.problems();
        assertEquals(
                "the source `shop` has no table `order`", problems.getFirst().headline());
        assertEquals(
                List.of("a similar name exists: `shop.orders` (models/s.yml)"),
                problems.getFirst().help());
        assertEquals("no source is called `crm`", problems.get(1).headline());
    }

    @Test
    void aSourceTakenForAModelIsSaid() {
        project.file("models/a.sql", "select * from ${ref('orders')}")
                .file("models/s.yml", "sources: [{name: shop, tables: [{name: orders}]}]");

        assertEquals(
                List.of("a source has a table of that name: source(\"shop\", \"orders\")"),
                project.problem(Code.UNKNOWN_REF).help());
    }

    @Test
    void aPrivateModelIsForItsGroup() {
        project.file("models/a.sql", "[@config group='finance' access='private' /]select 1")
                .file("models/b.sql", "[@config group='finance' /]select * from ${ref('a')}")
                .file("models/c.sql", "select * from ${ref('a')}")
                .file("models/g.yml", "groups: [{name: finance, owner: {name: F}}]");

        List<Diagnostic> problems = project.problems();
        assertEquals(1, problems.size());
        assertEquals(Code.PRIVATE_REF, problems.getFirst().code());
        assertEquals(
                "the model `a` is private to group `finance`",
                problems.getFirst().headline());
        assertEquals(
                "models/c.sql:1:15", problems.getFirst().span().orElseThrow().where());
    }

    @Test
    void anUnknownGroupIsTold() {
        project.file("models/a.sql", "[@config group='finanse' /]select 1")
                .file("models/g.yml", "groups: [{name: finance, owner: {name: F}}]");

        assertEquals(
                List.of("a similar name exists: `finance`"),
                project.problem(Code.UNKNOWN_GROUP).help());
    }

    @Test
    void aRefTakesNames() {
        project.file("models/a.sql", "select ${ref()}")
                .file("models/b.sql", "select ${ref(1)}")
                .file("models/c.sql", "select ${source('x')}");

        assertEquals(
                3,
                project.problems().stream()
                        .filter(problem -> problem.code() == Code.WRONG_VALUE)
                        .count());
    }

    @Test
    void aCallInALoopIsToldOnce() {
        project.file("models/a.sql", "[#list 1..5 as i]${ref('gone')}[/#list]");

        assertEquals(1, project.problems().size());
    }

    @Test
    void aSnapshotIsSaidToBeLeftOut() {
        project.file("models/a.sql", "select * from ${ref('history')}").file("snapshots/history.sql", "select 1");

        assertEquals(
                List.of("`history` is a snapshot, which this version of assay leaves out"),
                project.problem(Code.UNKNOWN_REF).notes());
        assertTrue(project.problem(Code.NOT_SUPPORTED).headline().startsWith("the snapshot `history` is left out"));
    }

    @Test
    void aMistakeInAMacroIsToldOnce() {
        project.file("macros/m.sql", "[#function broken][#return nothing_here + 1][/#function]")
                .file("models/a.sql", "select ${m.broken()}")
                .file("models/b.sql", "select ${m.broken()}");

        List<Diagnostic> problems = project.problems();
        assertEquals(1, problems.size());
        assertEquals(
                "macros/m.sql:1:28", problems.getFirst().span().orElseThrow().where());
        assertEquals(
                "one more place meets the same mistake",
                problems.getFirst().notes().getLast());
    }
}
