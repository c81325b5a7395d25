package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.environment.Registry;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Warehouse;
import org.junit.jupiter.api.Test;

/** What another run has replaced, or could have, is not published. The other run is played by a hook of the model. */
class FenceTest extends Builds {

    @Test
    void aCandidateThatAnotherRunHasPreparedSinceIsNotPublished() {
        refused(
                "update " + table(project().schema() + "_quality", "publications")
                        + " set run_id = 'other' where node_id = 'model.kit.orders' and state <> 'published'",
                "the registry has only 1 of the 2 candidates that this run was to publish");
    }

    @Test
    void anEnvironmentThatAnotherRunHasTakenSinceIsNotPublishedTo() {
        refused(
                "update " + table(Registry.OWN_SCHEMA, "environments") + " set epoch = epoch + 1 where name = '"
                        + project().schema() + "'",
                "another run has taken the environment `" + project().schema() + "` since this one began");
    }

    private void refused(String deed, String reason) {
        orders(1, "");
        project().model("sums", "select n from ${ref(\"orders\")}");
        project().assay("build").ends(0);
        orders(2, "      post_hook: |\n        " + deed + "\n");
        String said = project().assay("build").ends(3).text();
        assertTrue(said.contains("error[database-locked]: the run was broken off: " + reason), said);
        assertTrue(said.contains("nothing of this run is known to be published"), said);
        assertTrue(said.contains("build again: assay build"), said);
        assertEquals(1, project().number("orders"));
        assertEquals(1, project().number("sums"));
        orders(3, "");
        project().assay("build").ends(0);
        assertEquals(3, project().number("orders"));
        assertEquals(3, project().number("sums"));
    }

    private void orders(int n, String hook) {
        project().model("orders", "select " + n + " as n");
        project().yaml("models:\n  - name: orders\n    config:\n      materialized: table\n" + hook);
    }

    private String table(String schema, String name) {
        try (Warehouse warehouse = ground().connect()) {
            return warehouse.dialect().print(RelationName.of(schema, name));
        }
    }
}
