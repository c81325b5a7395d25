package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failing rows are stored only in relations that assay created for them. */
class StoredFailuresTest extends Builds {

    private String audit;

    @BeforeEach
    void shop() {
        audit = project().schema() + "_dbt_test__audit";
        project().model("a", TABLE + "select cast(null as integer) as id");
        store("store_failures: true");
    }

    private void store(String settings) {
        project()
                .yaml("models: [{name: a, columns: [{name: id, data_tests: [{not_null: {name: known, config: {severity:"
                        + " warn, " + settings + "}}}]}]}]");
    }

    private String failing() {
        return project().rows(audit + ".known").rows().toString();
    }

    private void refused(String words, String... command) {
        String said = project().assay(command).ends(1).text();
        assertTrue(said.contains("error[foreign-relation]") && said.contains(words), said);
    }

    @Test
    void anotherClientsTableIsReplacedOnlyIfAskedFor() {
        project().createSchema(audit);
        project().stranger("create table {" + audit + ".known} as select 42 as precious");
        for (String command : new String[] {"build", "plan", "test"}) {
            refused("known` is there already, and assay did not create it for failing rows", command);
        }
        assertEquals("[[42]]", failing());

        project().assay("build", "--overwrite-foreign").ends(0);
        assertEquals("[[null]]", failing());
        project().assay("build").ends(0);
        project().assay("test").ends(0);
    }

    @Test
    void aRunWithoutRowsLeavesThemAsTheyAre() {
        project().assay("build").ends(0);
        assertEquals("[[null]]", failing());
        project().assay("build", "--empty", "--store-failures").ends(0);
        assertEquals("[[null]]", failing());
    }

    @Test
    void aTableOfAnotherClientInThePlaceOfOursIsSpared() {
        project().assay("build").ends(0);
        project().stranger("drop table {" + audit + ".known}");
        project().stranger("create table {" + audit + ".known} as select 42 as precious");
        refused("known` is there already", "build");
        refused("known` is there already", "test");
        assertEquals("[[42]]", failing());
    }

    @Test
    void oursIsRecognisedAsATableAndAsAView() {
        project().assay("build").ends(0);
        store("store_failures_as: view");
        project().assay("test").ends(0);
        project().assay("test").ends(0);
        assertEquals("[[null]]", failing());
        store("store_failures_as: table");
        project().assay("test").ends(0);
        project().assay("build").ends(0);
        assertEquals("[[null]]", failing());
    }

    @Test
    void aRelationOfAnotherEnvironmentIsNeverReplaced() {
        project()
                .file(
                        "profiles.yml",
                        "kit:\n  target: dev\n  outputs:\n    dev: "
                                + ground().output("schema: " + project().schema())
                                + "\n    other: " + ground().output("schema: " + audit) + "\n");
        project().model("known", TABLE + "select 7 as n");
        store("store_failures: false");
        project().assay("build").ends(0);
        project().assay("build", "--target", "other").ends(0);
        store("store_failures: true");
        for (String command : new String[] {"build", "test"}) {
            String said =
                    project().assay(command, "--overwrite-foreign").ends(2).text();
            assertTrue(said.contains("error[overlapping-environments]"), said);
        }
        assertEquals("[[7]]", failing());
    }

    @Test
    void aPublishedRelationIsNeverReplaced() {
        project()
                .model(
                        "b",
                        "[@config materialized=\"table\" schema=\"dbt_test__audit\" alias=\"known\" /] select 7 as n");
        store("store_failures: false");
        project().assay("build").ends(0);
        assertEquals("[[7]]", failing());
        store("store_failures: true");
        String both = project().assay("build").ends(2).text();
        assertTrue(both.contains("error[duplicate-name]"), both);

        project().without("models/b.sql");
        refused("is a published relation", "build");
        refused("is a published relation", "build", "--overwrite-foreign");
        refused("is a published relation", "test");
        assertEquals("[[7]]", failing());
    }
}
