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
}
