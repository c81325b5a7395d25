package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The name of a published relation, written by hand, where the text is known late or changes rows. */
class HandWrittenNamesTest extends Builds {

    private static final String OLD = "${target.schema}.b";

    private static final String HIGHEST = "select [#if execute]${query(\"select max(v) as m from " + OLD
            + "\")[0]?values[0]}[#else]0[/#if] as m from ${ref(\"b\")}";

    @BeforeEach
    void build() {
        project().model("b", TABLE + "select 3 as v");
        project().assay("build").ends(0);
    }

    private void isRefused(int exit) {
        String said = project().assay("build").ends(exit).text();
        assertTrue(said.contains("error[hard-coded-name]"), said);
    }

    @Test
    void aQueryDoesNotReadOldRowsUnasked() {
        project().model("b", TABLE + "select 9 as v");
        project().model("c", HIGHEST);
        isRefused(1);
        project().model("c", "[@config allow_names={\"" + OLD + "\": \"the old rows are meant\"} /]\n" + HIGHEST);
        project().model("b", TABLE + "select 10 as v");
        project().assay("build").ends(0);
        assertEquals(9, project().number("c"));
    }

    @Test
    void aHookChangesNoOtherPublishedRelation() {
        for (String moment : new String[] {"pre_hook", "post_hook", "after_publish"}) {
            project()
                    .model(
                            "c",
                            "[@config materialized=\"table\" " + moment + "=\"update " + OLD
                                    + " set v = 0\" /] select 1 as n");
            isRefused(2);
            assertEquals(3, project().number("b"));
        }
    }

    @Test
    void noFormOfAChangeHidesAHook() {
        for (String change : new String[] {
            "update only (@) set v = 0",
            "delete from @* where v > 0",
            "drop table raw_x, @",
            "insert all into raw_x into @ select 1",
            "alter table raw_x swap with @",
            "create or alter table @ (v integer)",
            "undrop table @",
            "update @ set v = v // 2",
        }) {
            project().model("c", hooked("after_publish=\"" + change.replace("@", OLD) + "\""));
            isRefused(2);
        }
    }

    private void isRefused(int exit, String sql) {
        project().model("c", sql);
        isRefused(exit);
    }

    @Test
    void theNameOfTheDatabaseHidesNothing() {
        String whole = project().rows("b", "select current_database() from {b}").value(0, 0) + "." + OLD;
        isRefused(2, "select * from " + whole);
        project().model("c", TABLE + "select 1 as v");
        project().file("tests/high.sql", "select * from " + whole + " where v > 100");
        isRefused(2);
    }

    @Test
    void noPositionHidesAName() {
        for (String sql : new String[] {
            "select * from (table @) q",
            "select * from (select 1 as x) o, (summarize @) s",
            "select * from (unpivot @ on v)",
            "select * from @* where v > 1",
            "select * from query_table('@')",
            "select * from query('select v from @')",
            "select v from table('@')",
            "select v from identifier('@')",
            "select 1 as x where exists (values (1)) or whatever(@.v)",
        }) {
            isRefused(2, sql.replace("@", OLD));
        }
    }

    @Test
    void noCommentOrLiteralHidesAName() {
        isRefused(2, "select 'it''s' as x, '/*' as y from " + OLD + " where '*/' <> ''");
        isRefused(2, "select v /* / * // */ as v, '//' as x from " + OLD);
        isRefused(2, "-- it's\nselect v from " + OLD + " -- '");
    }

    @Test
    void anAliasIsNoSchema() {
        project()
                .model(
                        "c",
                        "select ${target.schema}.v, ${target.schema}.b from (select 1 as v, 2 as b) ${target.schema}");
        project().assay("build").ends(0);
    }

    @Test
    void theSchemaOfAReferenceHidesNothing() {
        isRefused(1, "select * from ${this.schema}.b");
        isRefused(1, "-- of ${ref(\"b\")}\nselect * from ${ref(\"b\").schema}.b");
    }

    @Test
    void theNameOfAReferenceHidesNoSchema() {
        project().model("d", "[@config materialized=\"table\" alias=\"delta\" /] select 1 as v");
        isRefused(1, "select * from ${target.schema}.${ref(\"d\").name}");
        project().model("c", "select * from ${ref(\"d\").schema}.${ref(\"d\").name}");
        project().assay("build").ends(0);
    }

    @Test
    void aTextThatOnlyABuildGivesIsReadToo() {
        isRefused(1, "[#if execute]select * from " + OLD + "[#else]select 1 as v[/#if]");
        isRefused(1, "[#if query(\"select 1 as x\")?size gt 0]select * from " + OLD + "[#else]select 1 as v[/#if]");
        // Only a rendering over names gives this text.
        isRefused(1, "[#if !this?string?contains(\"aZ\")]select * from " + OLD + "[#else]select 1 as v[/#if]");
        project().model("c", "select 1 as v");
        project().file("tests/high.sql", "[#if execute]select * from " + OLD + "[#else]select 1 as v[/#if]");
        isRefused(1);
    }

    @Test
    void anEphemeralThatAViewReadsIsReadToo() {
        project()
                .model(
                        "e",
                        "[@config materialized=\"ephemeral\" /]\n[#if execute]select * from " + OLD
                                + "[#else]select 1 as v[/#if]");
        isRefused(1, "select * from ${ref(\"e\")}");
    }

    @Test
    void whatIsMeantToBePublishedIsRead() {
        project().file("tests/not_fewer.sql", "select 1 from ${published(\"b\")} having count(*) > 9");
        project()
                .model(
                        "c",
                        TABLE
                                + "select [#if execute]${query(\"select max(v) as m from \" +"
                                + " published(\"b\"))[0]?values[0]}[#else]0[/#if] as m from ${ref(\"b\")}");
        project().model("b", TABLE + "select 9 as v");
        project().assay("build").ends(0);
        assertEquals(3, project().number("c"));
    }

    private static String hooked(String settings) {
        return "[@config materialized=\"table\" " + settings + " /] -- needs ${ref(\"b\")}\nselect 3 as v";
    }

    @Test
    void noHookChangesByReferenceWhatWasTested() {
        project().model("c", hooked("after_publish=\"insert into ${this} values (9)\""));
        assertTrue(project().assay("build").ends(2).text().contains("error[untested-change]"));
        for (String moment : new String[] {"pre_hook", "post_hook", "after_publish"}) {
            project().model("c", hooked(moment + "=\"update ${ref('b')} set v = 9\""));
            assertTrue(
                    project().assay("build", "--publish", "each").ends(2).text().contains("error[untested-change]"));
        }
        project()
                .model(
                        "c",
                        hooked("post_hook=\"insert into ${this} values (9)\""
                                + " after_publish=\"insert into ${target.schema}.log select * from ${this}\""));
        project().stranger("create table {log} (v integer)");
        project().assay("build").ends(0);
        assertEquals(12, project().rows("c", "select sum(v) from {c}").number());
        assertEquals(12, project().rows("log", "select sum(v) from {log}").number());
    }

    @Test
    void whatAHookMayChangeAfterTestsIsUnproven() {
        project()
                .model(
                        "c",
                        hooked("after_publish=\"insert into ${this} values (9)\" allow_names={\"${target.schema}.c\":"
                                + " \"nobody adds it up\"}"));
        project().model("v", "select * from ${ref(\"c\")}");
        project().yaml("models: [{name: c, columns: [{name: v, data_tests: [not_null]}]}]");
        project().assay("build").ends(0);
        String status = project().assay("status").ends(0).text();
        assertTrue(status.matches("(?s).*\\bc +[^\\n]*unproven.*"), status);
        assertTrue(status.matches("(?s).*\\bv +[^\\n]*unproven.*"), status);
        assertTrue(status.matches("(?s).*\\bb +[^\\n]*proven.*"), status);
    }

    @Test
    void whatAnOperationChangesIsUnproven() {
        project().yaml("models: [{name: b, columns: [{name: v, data_tests: [not_null]}]}]");
        project().model("w", "select * from ${ref(\"b\")}");
        project().assay("build").ends(0);
        String said = project()
                .assay("run-operation", "--sql", "update ${ref('b')} set v = 4")
                .ends(0)
                .text();
        assertTrue(said.contains("warning[untested-change]"), said);
        assertEquals(4, project().number("w"));
        String status = project().assay("status").ends(0).text();
        assertTrue(status.matches("(?s).*\\bb +[^\\n]*unproven.*"), status);
        assertTrue(status.matches("(?s).*\\bw +[^\\n]*unproven.*"), status);
        project().assay("test").ends(0);
        project().assay("status", "--require-proven").ends(0);
    }

    @Test
    void anotherPlaceForBareNamesHidesNoHook() {
        for (String way : new String[] {"use ${target.schema}", "set search_path to ${target.schema}, x"}) {
            project().model("c", hooked("pre_hook=\"" + way + "; prepare q as update b set v = 9\""));
            isRefused(2);
        }
    }
}
