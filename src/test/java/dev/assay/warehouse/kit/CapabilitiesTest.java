package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.WarehouseError.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is declared works when a project asks for it. What is not is named where the user wrote it. */
class CapabilitiesTest extends Contract {

    private static final int REFUSED = 2;

    @TempDir
    private Path folder;

    @Test
    void materializedViews() {
        Said said = build("[@config materialized=\"materialized_view\" /]");
        if (can(Capability.MATERIALIZED_VIEWS)) {
            said.ends(0);
        } else {
            assertRefusal(said.ends(REFUSED), "error[not-supported]", "has no materialized views");
        }
    }

    @Test
    void modelsThatAreWrittenToFiles() {
        var said = build("[@config materialized=\"external\" location=\"orders.csv\" /]");
        Path file = folder.resolve("orders.csv");
        if (can(Capability.EXTERNAL_FILES)) {
            said.ends(0);
            assertTrue(Files.isRegularFile(file), said::toString);
        } else {
            assertRefusal(said.ends(REFUSED), "error[not-supported]", "has no models that are written to files");
            assertFalse(Files.exists(file), said::toString);
        }
    }

    @Test
    void indexes() {
        leavesOut(Capability.INDEXES, "indexes=[{\"columns\": [\"n\"]}]", "has no indexes on tables");
    }

    @Test
    void grants() {
        leavesOut(Capability.GRANTS, "grants={\"select\": [\"public\"]}", "has no grants");
    }

    @Test
    void descriptions() {
        leavesOut(Capability.COMMENTS, "persist_docs={\"relation\": true}", "has no descriptions of relations");
    }

    @Test
    void sourcesAsTheyWereAtAMoment() throws InterruptedException {
        table("raw", "select 1 as n");
        Thread.sleep(1_100);
        String moment = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var project = Project.begin(ground(), folder, schema())
                .yaml("sources: [{name: shop, schema: " + schema() + ", tables: [{name: raw, at: '" + moment + "'}]}]")
                .model("orders", Project.TABLE + "select n from ${source(\"shop\", \"raw\")}");
        Said said = project.assay("build");
        if (can(Capability.TIME_TRAVEL)) {
            said.ends(0);
            run("insert into " + print("raw") + " select 2");
            project.assay("build").ends(0);
            assertEquals(List.of(List.of(1L)), project.rows("orders").rows());
        } else {
            said.ends(REFUSED);
            assertTrue(said.err().contains("error[not-supported]"), said::toString);
            assertTrue(said.err().contains("has no tables of a past moment"), said::toString);
            assertTrue(said.err().contains("models/models.yml:2:"), said::toString);
        }
    }

    @Test
    void expressionsThatAreComputedOnce() {
        String sql = "with once as materialized (select 4 as n) select a.n + b.n from once a cross join once b";
        if (can(Capability.MATERIALIZED_EXPRESSIONS)) {
            assertEquals(8, query(sql).number());
        } else {
            assertEquals(Kind.REFUSED, refused(() -> query(sql)).kind());
        }
    }

    private void leavesOut(Capability capability, String setting, String words) {
        Said said = build("[@config materialized=\"table\" " + setting + " /]").ends(0);
        if (can(capability)) {
            assertFalse(said.err().contains("not-supported"), said::toString);
        } else {
            assertRefusal(said, "warning[not-supported]", words);
        }
    }

    private void assertRefusal(Said said, String head, String words) {
        assertTrue(said.err().contains(head) && said.err().contains(words), said::toString);
        assertTrue(said.err().contains("models/orders.sql:1:"), said::toString);
        assertTrue(said.err().contains(warehouse().label()), said::toString);
    }

    private Said build(String config) {
        return Project.begin(ground(), folder, schema())
                .yaml("models: [{name: orders, description: what was bought}]")
                .model("orders", config + " select 1 as n")
                .assay("build");
    }
}
