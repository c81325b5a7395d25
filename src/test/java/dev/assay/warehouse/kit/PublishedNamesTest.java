package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.sql.RelationName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What assay published is known by the relation's name: by whichever node or project it was published last. */
class PublishedNamesTest extends Builds {

    private Project other() {
        return project().file("assay_project.yml", "name: other\nversion: '1'\nprofile: kit\n");
    }

    private Project first() {
        return project().project("");
    }

    private String published(String name) {
        return "`" + project().schema() + "." + name + "`";
    }

    @Test
    void aRelationOfAnotherProjectIsForeign() {
        project().model("a", TABLE + "select 1 as x").assay("build").ends(0);
        other().model("a", TABLE + "select 2 as y");
        for (String command : List.of("build", "plan")) {
            String refused = project().assay(command).ends(1).text();
            assertTrue(refused.contains(published("a") + " belongs to the project `kit`"), refused);
        }
        assertEquals(1, project().number("a"));
        String planned = project().assay("plan", "--overwrite-foreign").ends(0).text();
        assertTrue(planned.contains("replaces what the project `kit` published"), planned);
        project().assay("build", "--overwrite-foreign").ends(0);
        project().assay("build").ends(0);
        assertEquals(2, project().number("a"));
    }

    @Test
    void aRenamedProjectGetsOneMessage() {
        project().model("a", TABLE + "select 1 as x").model("b", TABLE + "select 1 as x");
        project().assay("build").ends(0);
        other();
        String refused = project().assay("build").ends(1).text();
        assertTrue(refused.contains("2 relations belong to the project `kit`"), refused);
        assertTrue(refused.contains("take them over once with --overwrite-foreign"), refused);
        project().assay("build", "--overwrite-foreign").ends(0);
        project().assay("build").ends(0);
    }

    @Test
    void theFirstProjectIsToldThatItsRelationWasTakenOver() {
        String test = "models: [{name: %s, columns: [{name: x, data_tests: [not_null]}]}]\n";
        project().model("a", TABLE + "select 1 as x").model("v", "select x from ${ref(\"a\")}");
        project().yaml(test.formatted("v")).assay("build").ends(0);
        other().without("models/v.sql").model("a", TABLE + "select 2 as x");
        project().yaml(test.formatted("a"));
        project().assay("build", "--overwrite-foreign").ends(0);

        first().model("v", "select x from ${ref(\"a\")}").yaml(test.formatted("v"));
        String status = project().assay("status", "--require-proven").ends(1).text();
        assertTrue(status.contains("the project `other` published it"), status);
        assertFalse(status.contains(" proven"), status);

        project()
                .model("b", "select 1 as x")
                .model("v", "select x from ${ref(\"b\")}")
                .without("models/a.sql");
        String pruned = project().assay("prune", "--yes").ends(0).text();
        assertTrue(pruned.contains("the project `other` made it"), pruned);
        assertEquals(2, project().number("a"));
    }

    @Test
    void nodesOfOneProjectMayTakeEachOthersNames() {
        project().model("a", TABLE + "select 1 as x").model("b", TABLE + "select 'u' as y");
        project().assay("build").ends(0);
        project().model("a", "[@config materialized=\"table\" alias=\"b\" /] select 1 as x");
        project().model("b", "[@config materialized=\"table\" alias=\"a\" /] select 'u' as y");
        project().assay("build", "--select", "a").ends(0);
        String planned = project().assay("plan").ends(0).text();
        assertTrue(planned.contains("replaces what was published as model.kit.a"), planned);
        assertFalse(planned.contains("by hand"), planned);
        String built = project().assay("build").ends(0).text();
        assertFalse(built.contains("by hand"), built);
        assertEquals(1, project().number("b"));
    }

    @Test
    void namesThatTheWarehouseTakesForOneArePrunedOnce() {
        assumeTrue(takesForOne("Foo", "foo"));
        project().model("Foo", TABLE + "select 1 as x").assay("build").ends(0);
        project().without("models/Foo.sql").model("foo", TABLE + "select 1 as x");
        String planned = project().assay("plan").ends(0).text();
        assertTrue(planned.contains("replaces what was published as model.kit.Foo"), planned);
        project().assay("build").ends(0);
        project().model("foo", "[@config materialized=\"table\" alias=\"moved\" /] select 1 as x");
        project().assay("build").ends(0);
        String pruned = project().assay("prune", "--yes").ends(0).text();
        assertTrue(pruned.contains("1 relation"), pruned);
        // The registry knows that both spellings are gone: a relation of this name that comes later is not ours.
        project().stranger("create table {foo} as select 42 as mine");
        project().model("foo", TABLE + "select 1 as x");
        project().assay("build").ends(1);
        assertEquals(42, project().number("foo"));
    }

    private boolean takesForOne(String one, String other) {
        project().model("any", "select 1 as x").assay("build").ends(0);
        return project()
                        .existing()
                        .alike(List.of(RelationName.of("s", one), RelationName.of("s", other)))
                        .size()
                == 1;
    }

    @Test
    void whatOthersMadeUnderAPublishedNameIsNotPruned() {
        project().model("a", TABLE + "select 1 as x").model("v", "select x from ${ref(\"a\")}");
        project().model("t", TABLE + "select 2 as x").model("w", "select x from ${ref(\"a\")}");
        project().assay("build").ends(0);
        project().stranger("create or replace view {v} as select 42 as x");
        project().stranger("drop table {t}");
        project().stranger("create view {t} as select 43 as x");
        project().model("z", "select 1 as x");
        for (String gone : List.of("a", "v", "w", "t")) {
            project().without("models/" + gone + ".sql");
        }
        String pruned = project().assay("prune", "--yes").ends(0).text();
        assertTrue(pruned.contains("its SQL is not what assay published"), pruned);
        assertTrue(pruned.contains("another client has created a relation with this name"), pruned);
        assertTrue(pruned.contains("Dropped 1 relation"), pruned);
        assertTrue(pruned.contains("v reads it"), pruned);
        assertEquals(42, project().number("v"));
        assertEquals(43, project().number("t"));
    }
}
