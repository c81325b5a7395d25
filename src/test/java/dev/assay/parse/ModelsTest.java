package dev.assay.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.sql.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private final WrittenProject project = new WrittenProject();

    @Test
    void aFileIsAModel() {
        project.file("models/staging/stg_orders.sql", "select 1 as id");

        Model model = project.model("stg_orders");
        assertEquals(List.of("shop", "staging", "stg_orders"), model.identity().fqn());
        assertEquals("db.dev.stg_orders", model.relation().toString());
        assertEquals("view", model.materialized());
        assertTrue(model.draft().orElseThrow().isSettled());
    }

    @Test
    void referencesAreHolesWithPlaces() {
        project.file(
                        "models/orders.sql",
                        "select * from ${ref(\"stg_orders\")} as o\njoin ${source('shop', 'raw')} on true")
                .file("models/stg_orders.sql", "select 1")
                .file("models/s.yml", "sources: [{name: shop, tables: [{name: raw}]}]");

        Model model = project.model("orders");
        assertEquals(List.of("model.shop.stg_orders", "source.shop.shop.raw"), targets(model));
        assertEquals(
                "models/orders.sql:1:15", model.references().getFirst().place().where());
        assertEquals(
                "${ref(\"stg_orders\")}", model.references().getFirst().place().text());
        assertEquals("select * from <stg_orders> as o\njoin <raw> on true", filled(model));
        assertTrue(model.draft().orElseThrow().isSettled());
    }

    @Test
    void theSameHoleInALoopIsFilledEachTime() {
        project.file("models/a.sql", "[#assign a = ref(\"b\")]\n[#list 1..2 as i]${a}.${this} [/#list]")
                .file("models/b.sql", "select 1");

        assertEquals("<b>.<> <b>.<> ", filled(project.model("a")));
        assertTrue(project.model("a").draft().orElseThrow().isSettled());
    }

    @Test
    void aTemplateThatLooksAtANameIsRenderedAgainLater() {
        for (String use : List.of(
                "${ref('b')?upper_case}",
                "${ref('b')?replace('\"', '')}",
                "${ref('b').schema}",
                "[#if ref('b')?length > 3]x[/#if]",
                "[#assign s]${ref('b')}[/#assign]${s}")) {
            var other =
                    new WrittenProject().file("models/a.sql", "select " + use).file("models/b.sql", "select 1");

            assertFalse(other.model("a").draft().orElseThrow().isSettled(), use);
            assertEquals(List.of("model.shop.b"), targets(other.model("a")), use);
        }
    }

    @Test
    void whatChangesUntilTheRunIsNotSettled() {
        project.file("models/a.sql", "[#if execute]select 2[#else]select 1[/#if]")
                .file("models/b.sql", "select ${m.now()}")
                .file("models/c.sql", "select ${m2.outer()}")
                .file("models/d.sql", "select ${pure.one()}")
                .file("macros/m.sql", "[#function now][#return run_started_at!'x'][/#function]")
                .file("macros/m2.sql", "[#function outer][#return m.now()][/#function]")
                .file("macros/pure.sql", "[#function one][#return 1][/#function]");

        assertFalse(project.model("a").draft().orElseThrow().isSettled());
        assertFalse(project.model("b").draft().orElseThrow().isSettled());
        assertFalse(project.model("c").draft().orElseThrow().isSettled());
        assertTrue(project.model("d").draft().orElseThrow().isSettled());
    }

    @Test
    void bothBranchesOfIsIncrementalAreSeen() {
        project.file(
                        "models/a.sql",
                        "select * from ${ref('b')}[#if is_incremental()] where x > (select max(x) from"
                                + " ${ref('c')})[/#if]")
                .file("models/b.sql", "select 1")
                .file("models/c.sql", "select 1");

        Model model = project.model("a");
        assertEquals(List.of("model.shop.b", "model.shop.c"), targets(model));
        assertFalse(model.draft().orElseThrow().isSettled());
        assertEquals("select * from <b>", filled(model));
    }

    @Test
    void anEmptyModelIsLeftOutWithAWarning() {
        project.file("models/a.sql", "-- nothing yet\n/* still\n nothing */ ;\n[@config materialized='table' /]");

        Diagnostic warning = project.problem(Code.EMPTY_MODEL);
        assertEquals("the model `a` has no SQL, and is left out", warning.headline());
        assertFalse(warning.isError());
        assertEquals(1, project.manifest().disabled().size());
        assertTrue(project.manifest().resources().isEmpty());
    }

    @Test
    void strangeNamesAreNames() {
        for (String name : List.of("select", "with space", "it's \"quoted\"", "größe", "x".repeat(200))) {
            project.file("models/" + name + ".sql", "select 1");
        }
        assertEquals(5, project.manifest().all(Model.class).count());
        assertEquals(
                "it's \"quoted\"", project.model("it's \"quoted\"").relation().name());
    }

    @Test
    void twoModelsOfOneNameAreNamedWithBothPlaces() {
        project.file("models/a/orders.sql", "select 1").file("models/b/orders.sql", "select 1");

        Diagnostic problem = project.problem(Code.DUPLICATE_NAME);
        assertEquals("two models are called `orders`", problem.headline());
        assertEquals("models/b/orders.sql", problem.span().orElseThrow().where());
        assertEquals("models/a/orders.sql", problem.others().getFirst().span().where());
    }

    @Test
    void namesThatDifferOnlyInCaseAreOneName() {
        project.file("models/Orders.sql", "select 1").file("models/orders.sql", "select 1");

        assertEquals(
                "`orders` and `Orders` differ only in case",
                project.problem(Code.DUPLICATE_NAME).headline());
    }

    @Test
    void aSeedAndAModelShareTheNamesThatRefFinds() {
        project.file("models/orders.sql", "select 1").file("seeds/orders.csv", "id\n1");

        assertEquals(
                "a seed and a model are called `orders`",
                project.problem(Code.DUPLICATE_NAME).headline());
    }

    @Test
    void twoModelsCannotBecomeOneRelation() {
        project.file("models/a.sql", "[@config alias='orders' /]select 1").file("models/orders.sql", "select 1");

        assertEquals(
                "`orders` and `a` would both become db.dev.orders",
                project.problem(Code.DUPLICATE_NAME).headline());
    }

    @Test
    void oneOfTwoTwinsMayBeDisabled() {
        project.file("models/a/orders.sql", "[@config enabled=false /]select 1")
                .file("models/b/orders.sql", "select 1");

        assertEquals("models/b/orders.sql", project.model("orders").identity().path());
    }

    @Test
    void whatIsSwitchedOffMayBeBroken() {
        project.file("assay_project.yml", "models: {shop: {old: {+enabled: false}}}")
                .file("models/old/a.sql", "select ${nonsense} from ${ref('gone')}");

        assertEquals(List.of(), project.problems());
    }

    @Test
    void everyBrokenFileIsTold() {
        project.file("models/a.sql", "select ${nonsense}")
                .file("models/b.sql", "[#if x]")
                .file("models/c.sql", "select ${var('v')}");

        assertEquals(
                List.of("models/a.sql", "models/b.sql", "models/c.sql"),
                project.problems().stream()
                        .map(problem -> problem.span().orElseThrow().file().path())
                        .toList());
    }

    private static List<String> targets(Model model) {
        return model.references().stream()
                .map(Reference::target)
                .map(target -> target.orElseThrow().value())
                .toList();
    }

    private static String filled(Model model) {
        Draft draft = model.draft().orElseThrow();
        return draft.fill(hole -> "<"
                        + (hole.wanted().names().isEmpty()
                                ? ""
                                : hole.wanted().names().getLast()) + ">")
                .text();
    }
}
