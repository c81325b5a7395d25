package dev.assay.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompilerTest {

    private static final PrintedNames CANDIDATES =
            id -> RelationName.of("main", id.names().getLast() + "__c");

    @Test
    void fillsTheNamesThatTheCallerChose() {
        var shop = new Shop()
                .source("raw", "orders")
                .view("stg", "select * from ${source(\"raw\", \"orders\")}")
                .view("marts", "select * from ${ref(\"stg\")} s join ${ref(\"stg\")} t using (id)");
        assertEquals("select * from \"main\".\"orders\"", compiled(shop, "model.shop.stg"));
        PrintedNames candidates = id -> RelationName.of("main", id.names().getLast() + "__c");
        assertEquals(
                "select * from \"main\".\"stg__c\" s join \"main\".\"stg__c\" t using (id)",
                shop.compiler()
                        .compile(shop.node("model.shop.marts"), candidates)
                        .text());
    }

    @Test
    void putsEphemeralsBeforeWhatReadsThem() {
        var shop = new Shop()
                .view("base", "select 1 as id")
                .ephemeral("a", "select * from ${ref(\"base\")} -- a;")
                .ephemeral("b", "with x as (select * from ${ref(\"a\")}) select * from x;")
                .view("plain", "-- first\nselect * from ${ref(\"b\")} join ${ref(\"a\")} using (id)")
                .view("own", "/* with */ WITH x as (select 1)\nselect * from x, ${ref(\"a\")} where 'with' <> \"y\"")
                .view("deep", "with recursive r as (select 1) select * from r, ${ref(\"a\")}");
        String a = "\"__cte__a\" as (\nselect * from \"main\".\"base\" -- a;\n\n)";
        String b = "\"__cte__b\" as (\nwith x as (select * from \"__cte__a\") select * from x\n)";
        assertEquals(
                "-- first\nwith " + a + ", " + b + "\nselect * from \"__cte__b\" join \"__cte__a\" using (id)",
                compiled(shop, "model.shop.plain"));
        assertEquals(
                "/* with */ WITH " + a + ", x as (select 1)\nselect * from x, \"__cte__a\" where 'with' <> \"y\"",
                compiled(shop, "model.shop.own"));
        assertEquals(
                "with recursive " + a + ", r as (select 1) select * from r, \"__cte__a\"",
                compiled(shop, "model.shop.deep"));
    }

    @Test
    void keepsTheOriginOfEveryLetter() {
        var shop = new Shop()
                .ephemeral("a", "select 1 as one,\n  wrong_a as two;")
                .ephemeral("b", "select * from ${ref(\"a\")}, wrong_b")
                .view("c", "with x as (select 1)\nselect wrong_c from ${ref(\"b\")}")
                .restless("d", "[#if execute]select wrong_d\nfrom ${ref(\"b\")}[/#if];");
        var c = shop.compiler().compile(shop.node("model.shop.c"), Shop.PUBLISHED);
        assertEquals("models/a.sql:2:3", where(c, "wrong_a"));
        assertEquals("models/b.sql:1:28", where(c, "wrong_b"));
        assertEquals("models/c.sql:2:8", where(c, "wrong_c"));
        assertEquals("models/c.sql:1:6", where(c, "x as"));
        assertEquals("models/c.sql:2:21", where(c, "\"__cte__b\"", c.text().lastIndexOf("from")));
        assertEquals(Optional.empty(), c.origin().at(c.text().indexOf("\"__cte__a\" as")));
    }

    @Test
    void rendersAgainWithWhatIsKnownAtRunTime() {
        var shop = new Shop()
                .source("raw", "orders")
                .view("x", "select 1")
                .restless(
                        "m",
                        "[@config materialized=\"view\" /]\n"
                            + "[#if execute][#list query(\"abcd\") as row]${row.n}[/#list][/#if] ${this} ${this.name}"
                            + " ${model.name} ${model.tags?join(\",\")} ${ref(\"x\").schema} ${ref(\"x\").type} [#if"
                            + " is_incremental()]no[/#if]${source(\"raw\", \"orders\")} [#if"
                            + " execute]${graph.nodes?keys?join(\",\")}"
                            + " ${graph.nodes[\"model.shop.m\"].config.materialized}[/#if] ${published(\"x\")}");
        PrintedNames candidates = id -> RelationName.of("main", id.names().getLast() + "__c");
        assertEquals(
                "4 \"main\".\"m__c\" m__c m t main view \"main\".\"orders__c\" model.shop.m,model.shop.x view"
                        + " \"main\".\"x\"",
                shop.compiler().compile(shop.node("model.shop.m"), candidates).text());
        var adding = CompileContext.of(sql -> List.of()).adding(id -> id.value().endsWith("m"));
        assertEquals(
                "yes",
                new Shop()
                        .restless("m", "[#if is_incremental()]yes[/#if]")
                        .compiler(adding)
                        .compile(
                                new Shop()
                                        .restless("m", "[#if is_incremental()]yes[/#if]")
                                        .node("model.shop.m"),
                                Shop.PUBLISHED)
                        .text());
    }

    @Test
    void rendersOnceAndPrintsOverAllNames() {
        var asked = new ArrayList<String>();
        var shop = new Shop()
                .view("x", "select 1")
                .restlessEphemeral("e", "select [#list query(\"n\") as r]${r.n}[/#list] from ${ref(\"x\")}")
                .restless(
                        "m",
                        "[#assign s = \"q \" + ref(\"x\")][#assign c]${this}[/#assign]select [#list query(\"select \""
                                + " + ref(\"x\").name + s) as r]${r.n}[/#list] ${ref(\"e\")} ${c} ${s}");
        var compiler = shop.compiler(CompileContext.of(sql -> {
            asked.add(sql);
            return List.of(Map.of("n", asked.size()));
        }));
        var model = (Model) shop.node("model.shop.m");
        assertEquals(
                "with \"__cte__e\" as (\nselect 2 from \"main\".\"x__c\"\n)\nselect 1 \"__cte__e\""
                        + " \"main\".\"m__c\" q \"main\".\"x__c\"",
                compiler.compile(model, CANDIDATES, Shop.PUBLISHED).tested().text());
        assertEquals(
                "with \"__cte__e\" as (\nselect 2 from \"main\".\"x\"\n)\nselect 1 \"__cte__e\" \"main\".\"m\" q"
                        + " \"main\".\"x\"",
                compiler.compile(model, CANDIDATES, Shop.PUBLISHED).published().text());
        assertEquals(List.of("select x__cq \"main\".\"x__c\"", "n"), asked);
    }

    @Test
    void rendersATemplateThatLooksAtNamesOverEachWithTheSameAnswers() {
        var asked = new ArrayList<String>();
        for (String looks : List.of(
                "${(\"a\" + ref(\"x\"))?length}",
                "[#if ref(\"x\").name?ends_with(\"c\")]c[/#if]",
                "[#assign s]${ref(\"x\")}[/#assign]${s?contains(\"__c\")?c}",
                "[#macro m r]${r?length}[/#macro][@m r=\"${this}\" /]",
                "${ref(\"x\")?keep_before(\"__\")}")) {
            asked.clear();
            var shop = new Shop()
                    .view("x", "select 1")
                    .restless(
                            "m", "[#list query(\"of \" + ref(\"x\")?replace('\"', \"\")) as r]${r.n}[/#list] " + looks);
            var compiler = shop.compiler(CompileContext.of(sql -> {
                asked.add(sql);
                return List.of(Map.of("n", asked.size()));
            }));
            var model = (Model) shop.node("model.shop.m");
            assertEquals("1", compiler.compile(model, CANDIDATES).text().split(" ", -1)[0], looks);
            assertEquals("1", compiler.compile(model, Shop.PUBLISHED).text().split(" ", -1)[0], looks);
            assertEquals(List.of("of main.x__c"), asked, looks);
            var found = assertThrows(
                            ProblemsFound.class, () -> compiler.compile(model, CANDIDATES, Shop.PUBLISHED), looks)
                    .problems()
                    .getFirst();
            assertEquals(Code.NAME_DEPENDENT_SQL, found.code());
        }
    }

    @Test
    void knowsWhatDecidesAnOpenTemplateWithoutRenderingIt() {
        var shop = new Shop()
                .view("x", "select 1")
                .view("settled", "select * from ${ref(\"x\")}")
                .restless(
                        "e",
                        "select ${query(\"n\")?size}[#if execute], '${env_var(\"HOME\", \"\")}'[/#if] from"
                                + " ${ref(\"x\")}")
                .view("m", "select * from ${ref(\"e\")}");
        var context = CompileContext.of(sql -> {
            throw new IllegalStateException("asked");
        });
        var one = identity(shop, context.given(Map.of("unused", 1), name -> Optional.of("a")), "e");
        assertEquals(one, identity(shop, context.given(Map.of("unused", 2), name -> Optional.of("a")), "e"));
        assertNotEquals(one, identity(shop, context.given(Map.of(), name -> Optional.of("b")), "e"));
        assertEquals("select * from \"main\".\"x\"", identity(shop, context, "settled"));
    }

    private static String identity(Shop shop, CompileContext context, String name) {
        return shop.compiler(context).identity((Model) shop.node("model.shop." + name), Shop.PUBLISHED);
    }

    @Test
    void refusesWhatWasNotSeenWhileReading() {
        var shop = new Shop().view("x", "select 1").restless("m", "select\n[#if execute]${ref(\"x\")}[/#if]");
        var found = assertThrows(ProblemsFound.class, () -> compiled(shop, "model.shop.m"))
                .problems()
                .getFirst();
        assertEquals(Code.UNKNOWN_REF, found.code());
        assertEquals("models/m.sql:2:14", found.span().orElseThrow().where());
        assertEquals("${ref(\"x\")}", found.span().orElseThrow().text());
        var early = new Shop().restless("m", "select ${watermark()}");
        var problem = assertThrows(ProblemsFound.class, () -> compiled(early, "model.shop.m"))
                .problems()
                .getFirst();
        assertEquals(Code.NOT_SUPPORTED, problem.code());
    }

    @Test
    void endsSoThatMoreCanFollow() {
        assertEquals("select 1", ending("select 1;"));
        assertEquals("select 1", ending("select 1 ; ;\n"));
        assertEquals("select ';'", ending("select ';'"));
        assertEquals("select 1 -- a;\n", ending("select 1 -- a;"));
        assertEquals("select 1 -- a\n", ending("select 1; -- a"));
        assertEquals("select 1 /* ; */", ending("select 1; /* ; */"));
        assertEquals("select '--'", ending("select '--'"));
        assertEquals("select $$ ;-- $$", ending("select $$ ;-- $$;"));
        assertEquals("select e'\\';--'", ending("select e'\\';--';"));
        assertEquals("-- only\n", ending("-- only"));
        assertEquals("", ending(""));
    }

    @Test
    void givesNoRowsWhereNoneAreWanted() {
        var shop = new Shop()
                .view("x", "select 1")
                .ephemeral("e", "select * from ${ref(\"x\")} as y")
                .view(
                        "m",
                        "select x.id from ${ref(\"x\")} join ${ref(\"e\")} on true, ${ref(\"x\")} \"z\" --"
                                + " ${ref(\"x\")} w")
                .test("t", "select * from ${ref(\"x\")}");
        var compiler = shop.compiler(CompileContext.of(sql -> List.of()).empty(Shop.WORDING));
        String none = "(select * from \"main\".\"x\" where false limit 0)";
        assertEquals(
                "with \"__cte__e\" as (\nselect * from " + none + " as y\n)\nselect x.id from " + none
                        + " as \"x\" join \"__cte__e\" on true, " + none + " \"z\" -- " + none + " w\n",
                compiler.compile(shop.node("model.shop.m"), Shop.PUBLISHED).text());
        assertEquals(
                "select * from \"main\".\"x\"",
                compiler.compile(shop.node("test.shop.t"), Shop.PUBLISHED).text());
    }

    @Test
    void namesResourcesForTextsMadeElsewhere() {
        var shop = new Shop().ephemeral("e", "select 1").view("x", "select 1");
        var compiler = shop.compiler();
        var e = new ResourceId("model.shop.e");
        assertEquals("\"__cte__e\"", compiler.print(e, Shop.PUBLISHED));
        assertEquals("\"main\".\"x\"", compiler.print(new ResourceId("model.shop.x"), Shop.PUBLISHED));
        assertEquals(
                "with \"__cte__e\" as (\nselect 1\n)\nselect 2",
                compiler.around(SqlText.plain("select 2"), List.of(e, new ResourceId("model.shop.x")), Shop.PUBLISHED)
                        .text());
    }

    private static String compiled(Shop shop, String id) {
        return shop.compiler().compile(shop.node(id), Shop.PUBLISHED).text();
    }

    private static String ending(String sql) {
        return TrailingSql.tidy(SqlText.plain(sql)).text();
    }

    private static String where(SqlText sql, String word) {
        return where(sql, word, 0);
    }

    private static String where(SqlText sql, String word, int from) {
        return sql.origin().at(sql.text().indexOf(word, from)).orElseThrow().where();
    }
}
