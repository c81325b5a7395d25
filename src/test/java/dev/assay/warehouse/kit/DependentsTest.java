package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        project().assay("prune").ends(0);
        var left = project().existing();
        assertEquals(2, left.relations().size(), left::toString);
        assertEquals(3, project().number("theirs"));
        assertEquals(true, left.contains(RelationName.of(project().schema(), "orders")));
    }
}
