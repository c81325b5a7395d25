package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status tells of what readers see, whatever the project calls it now. */
class StatusReportTest {

    @TempDir
    private Path folder;

    @Test
    void aNodeWithANewNameBecomesTheSameRelation() {
        Shop shop = new Shop(folder);
        shop.model("old", "[@config materialized=\"table\" alias=\"orders\" /]\nselect 1 as v")
                .assay("build")
                .ends(0);

        shop.without("models/old.sql")
                .model("renamed", "[@config materialized=\"table\" alias=\"orders\" /]\nselect 2 as v");
        String before = shop.assay("status").ends(0).out();
        assertTrue(before.contains("published as model.shop.old"), before);
        assertTrue(before.contains("proven"), before);

        shop.assay("build").ends(0);
        String after = shop.assay("status").ends(0).out();
        assertTrue(!after.contains("model.shop.old"), after);
        assertTrue(after.lines().filter(line -> line.contains("dev.orders")).count() == 1, after);
    }

    @Test
    void aRelationOfSomebodyElseAtANewPlaceIsNotCalledPublished() {
        Shop shop = new Shop(folder);
        shop.model("orders", TABLE + "select 1 as v").assay("build").ends(0);
        shop.execute("create table dev.moved as select 42 as mine");

        shop.model("orders", "[@config materialized=\"table\" alias=\"moved\" /]\nselect 1 as v");
        String said = shop.assay("status").ends(0).out();
        assertTrue(said.lines().anyMatch(line -> line.contains("dev.moved") && line.contains("never published")), said);
        assertTrue(
                said.lines().anyMatch(line -> line.contains("dev.orders") && line.contains("lives in dev.moved now")),
                said);
    }
}
