package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.UserProject.Said;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relation that somebody else made under the name of a candidate is not published. */
class CandidateIdentityTest extends Builds {

    private static final String WHY = "is not the relation that was tested";

    @BeforeEach
    void onlyWhereRelationsHaveIds() {
        assumeTrue(can(Capability.VIEWS_HOLD_RELATIONS));
    }

    private void replaceCandidate(String name) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            String candidate = warehouse
                    .dialect()
                    .print(warehouse.candidate(RelationName.of(project().schema(), name)));
            session.execute(Statement.of("disturb", "drop table " + candidate));
            session.execute(Statement.of("disturb", "create table " + candidate + " as select 9 as id"));
        }
    }

    private void refused(String name, long seen) {
        Said said = project().assay("publish", "--held", name).ends(1);
        assertTrue(said.err().contains("error[candidate-outdated]"), said.err());
        assertTrue(said.err().contains(WHY), said.err());
        assertEquals(seen, project().number(name));
    }

    @Test
    void aKeptCandidateThatSomebodyHasReplacedIsNotPublished() {
        project().model("a", TABLE + "select 1 as id");
        project().assay("build").ends(0);
        project().model("a", TABLE + "select 2 as id");
        project().assay("build", "--publish", "none").ends(0);
        replaceCandidate("a");
        refused("a", 1);
        project().assay("build").ends(0);
        assertEquals(2, project().number("a"));
    }

    @Test
    void neitherIsOneWhoseRowsTheTableWouldTakeIn() {
        String difference = "[@config materialized=\"table\" publish_by=\"difference\" /] ";
        project().model("a", difference + "select 1 as id");
        project().assay("build").ends(0);
        project().model("a", difference + "select 2 as id");
        project().assay("build", "--publish", "none").ends(0);
        replaceCandidate("a");
        refused("a", 1);
    }

    @Test
    void aCandidateThatIsReplacedDuringTheRunIsNotPublishedNorWhatReadsIt() {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", TABLE + "select id from ${ref(\"a\")}");
        project().model("c", TABLE + "select 1 as id");
        project().assay("build").ends(0);
        project().model("a", TABLE + "select 2 as id");
        project().model("c", TABLE + "select 2 as id");
        project()
                .model(
                        "b",
                        "[@config materialized=\"table\" pre_hook=[\"drop table ${ref('a')}\", \"create table"
                                + " ${ref('a')} as select 9 as id\"] allow_names={\"${target.schema}.a\": \"as others"
                                + " do\"} /] select id from ${ref(\"a\")}");
        Said said = project().assay("build").ends(1);
        assertTrue(said.err().contains(WHY), said.err());
        assertEquals(1, project().number("a"));
        assertEquals(1, project().number("b"));
        assertEquals(2, project().number("c"));
    }
}
