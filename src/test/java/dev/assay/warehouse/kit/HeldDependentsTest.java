package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Held views over held views of which only those below are published. */
class HeldDependentsTest extends Builds {

    @Test
    void aHeldViewIsMadeAgainOverWhatIsPublishedBelowIt() {
        project().file("seeds/s.csv", "id\n1\n");
        project().model("a", "select id + 1 as id from ${ref(\"s\")}");
        project().model("n", "select id + 1 as id from ${ref(\"a\")}");
        project().model("o", "select id + 1 as id from ${ref(\"n\")}");
        project().assay("build", "--publish", "none").ends(0);
        project().model("n", "select 7 as id");
        Said said = project().assay("publish", "--held", "s", "a").ends(0);
        assertTrue(!said.text().contains("could not be removed"), said.text());
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            RelationName n = warehouse.candidate(RelationName.of(project().schema(), "n"));
            RelationName o = warehouse.candidate(RelationName.of(project().schema(), "o"));
            assertEquals(List.of(n, o), project().leftovers());
            String candidate = "select id from " + warehouse.dialect().print(o);
            assertEquals(4, session.query(Statement.of("look", candidate)).number());
        }
        project().assay("publish", "--held", "o").ends(0);
        assertEquals(3, project().number("n"));
        assertEquals(4, project().number("o"));
        assertEquals(List.of(), project().leftovers());
    }
}
