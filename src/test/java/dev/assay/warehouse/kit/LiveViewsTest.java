package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views whose rows can change although nothing is published, and views whose SQL depends on a name. */
class LiveViewsTest extends Builds {

    private static final String LATE =
            "select case when [#if execute]now()[#else]null[/#if] is null then 1 else 2 end as n";

    @BeforeEach
    void table() {
        project().model("b", TABLE + "select 3 as v");
    }

    private void is(String proof, String node) {
        String status = project().assay("status").ends(0).text();
        assertTrue(status.matches("(?s).*\\b" + node + " +[^\\n]* " + proof + " .*"), status);
    }

    @Test
    void whatOnlyABuildGivesMakesAViewLive() {
        project().model("late", LATE);
        project().model("above", "select n from ${ref(\"late\")}");
        project().model("part", "[@config materialized=\"ephemeral\" /]\n" + LATE);
        project().model("whole", "select n from ${ref(\"part\")}");
        project().yaml("models: [{name: late, columns: [{name: n, data_tests: [not_null]}]}]");
        project().assay("build").ends(0);
        is("live", "late");
        is("live", "above");
        is("live", "whole");
        is("proven", "b");
        project().assay("test").ends(0);
        is("live", "late");
    }

    @Test
    void aStrictGateRefusesWhatOnlyABuildGives() {
        project().model("late", "[@config gate=\"strict\" /]\n" + LATE);
        String said = project().assay("build").ends(1).text();
        assertTrue(said.contains("error[live-view]"), said);
    }

    @Test
    void whatOthersOwnMakesAViewLive() {
        project().assay("build").ends(0);
        project().stranger("create table {log} (v integer)");
        project().model("c", "select v from ${target.schema}.log");
        project().model("d", "with log as (select v from ${ref(\"b\")}) select v from log");
        project().assay("build").ends(0);
        is("live", "c");
        is("proven", "d");
        project().model("c", "[@config gate=\"strict\" /]\nselect v from ${target.schema}.log");
        String said = project().assay("build").ends(2).text();
        assertTrue(said.contains("error[live-view]"), said);
    }

    private void dependsOnAName(int exit, String sql) {
        project().model("c", sql);
        String said = project().assay("build").ends(exit).text();
        assertTrue(said.contains("error[name-dependent-sql]"), said);
    }

    @Test
    void aNameInALiteralIsRefused() {
        dependsOnAName(2, "select v from ${ref(\"b\")} where '${this}' not like '%candidate%'");
        dependsOnAName(1, "select v, [#if execute]'${this}'[#else]''[/#if] as x from ${ref(\"b\")}");
        dependsOnAName(1, "select v, '${this?upper_case?trim}' as x from ${ref(\"b\")}");
        project()
                .model(
                        "part",
                        "[@config materialized=\"ephemeral\" /]\nselect v, '${ref(\"b\")}' as x from ${ref(\"b\")}");
        dependsOnAName(2, "select v, x from ${ref(\"part\")}");
    }

    @Test
    void aNameInALiteralOfATableIsRead() {
        project().model("c", TABLE + "select v, '${ref(\"b\")}' as x from ${ref(\"b\")}");
        project().assay("build").ends(0);
        assertEquals(3, project().rows("c", "select v from {c}").number());
    }
}
