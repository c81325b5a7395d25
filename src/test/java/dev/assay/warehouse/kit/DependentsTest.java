package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import org.junit.jupiter.api.Test;

/** What others have put on our relations goes on working, and shows what is published now. */
class DependentsTest extends Builds {

    @Test
    void viewsOnATableOutliveItsRebuilding() {
        project().model("orders", TABLE + "select 1 as n");
        project().assay("build").ends(0);
        project().stranger("create view {theirs} as select n, n * 10 as tenfold from {orders}");
        project().stranger("create view {on_theirs} as select tenfold from {theirs}");
        for (int round = 2; round <= 4; round++) {
            project().model("orders", TABLE + "select " + round + " as n");
            project().assay("build").ends(0);
            assertEquals(round * 10L, project().number("on_theirs"));
            assertEquals(round, project().number("theirs"));
        }
        assertEquals(3, project().existing().relations().size());
    }

    @Test
    void viewsOnAViewOutliveItsReplacement() {
        project().model("orders", "select 1 as n");
        project().assay("build").ends(0);
        project().stranger("create view {theirs} as select n from {orders}");
        project().model("orders", "select 2 as n, 'x' as further");
        project().assay("build").ends(0);
        assertEquals(2, project().number("theirs"));
    }

    /** A further column at the end is what people add most. */
    @Test
    void aTableThatGainedAColumnKeepsItsViews() {
        project().model("orders", TABLE + "select 1 as n");
        project().assay("build").ends(0);
        project().stranger("create view {theirs} as select n from {orders}");
        project().model("orders", TABLE + "select 'x' as further, 2 as n");
        project().assay("build").ends(0);
        assertEquals(2, project().number("theirs"));
    }

    @Test
    void whatTheProjectNoLongerHasIsPrunedAndTheirsStays() {
        project().model("orders", TABLE + "select 1 as n").model("gone", TABLE + "select 2 as n");
        project().assay("build").ends(0);
        project().stranger("create table {theirs} as select 3 as n");
        project().file("models/gone.sql", "[@config enabled=false /] select 2 as n\n");
        project().assay("prune", "--yes").ends(0);
        var left = project().existing();
        assertEquals(2, left.relations().size(), left::toString);
        assertEquals(3, project().number("theirs"));
        assertEquals(true, left.contains(RelationName.of(project().schema(), "orders")));
    }

    /** The view that readers see reads the old name until the project is built again. */
    @Test
    void whatAPublishedViewReadsIsPrunedOnlyOnceNothingReadsIt() {
        project().model("raw", TABLE + "select 1 as n").model("middle", "select n from ${ref(\"raw\")}");
        project().model("shown", "select n from ${ref(\"middle\")}");
        project().assay("build").ends(0);
        project().without("models/raw.sql").without("models/middle.sql");
        project().model("fresh", TABLE + "select 2 as n").model("shown", "select n from ${ref(\"fresh\")}");
        assertFalse(project().assay("plan").ends(0).text().contains("assay prune"));
        String kept = project().assay("prune", "--yes").ends(0).text();
        assertTrue(kept.contains(".middle: the published view " + project().schema() + ".shown reads it"), kept);
        assertTrue(kept.contains(".raw: the published view " + project().schema() + ".middle reads it"), kept);
        assertEquals(1, project().number("shown"));
        project().assay("build").ends(0);
        assertTrue(project().assay("plan").ends(0).text().contains("assay prune"));
        String named = project().assay("prune").ends(2).text();
        assertTrue(named.contains("would drop view " + project().schema() + ".middle"), named);
        assertEquals(4, project().existing().relations().size());
        project().assay("prune", "--yes").ends(0);
        assertEquals(2, project().existing().relations().size());
        assertEquals(2, project().number("shown"));
    }

    @Test
    void whatAnotherProjectMadeInTheSameSchemaStays() {
        project().model("theirs", TABLE + "select 1 as n");
        project().assay("build").ends(0);
        project().without("models/theirs.sql").model("ours", TABLE + "select 2 as n");
        project().file("assay_project.yml", "name: other\nversion: '1'\nprofile: kit\n");
        project().assay("build").ends(0);
        String said = project().assay("prune", "--yes").ends(0).text();
        assertTrue(said.contains("kept table " + project().schema() + ".theirs: the project `kit` made it"), said);
        assertFalse(project().assay("plan").ends(0).text().contains("theirs"));
        assertEquals(1, project().number("theirs"));
        project().without("models/ours.sql").model("mine", TABLE + "select 3 as n");
        project().assay("prune", "--yes").ends(0);
        assertEquals(1, project().existing().relations().size());
    }
}
