package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a model that the project no longer has. */
class RemovedModelsTest extends Builds {

    @Test
    void theCandidateGoesWithTheNextBuild() {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", TABLE + "select 2 as id");
        project().assay("build", "--publish", "none").ends(0);
        assertTrue(hasCandidate("b"));
        project().without("models/b.sql");
        Said said = project().assay("build").ends(0);
        assertTrue(said.err().contains("the project no longer defines their models: b"), said.text());
        assertFalse(hasCandidate("b"));
    }

    private boolean hasCandidate(String name) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            RelationName candidate =
                    warehouse.candidate(RelationName.of(project().schema(), name));
            return warehouse.existing(session, List.of(candidate.schema())).contains(candidate);
        }
    }
}
