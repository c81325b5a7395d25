package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.UserProject.Said;
import dev.assay.warehouse.Capability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others create under the name of a node while a run goes is not replaced by it. */
class ForeignReplacementsTest extends Builds {

    @BeforeEach
    void onlyWhereACutIsOneTransaction() {
        assumeTrue(can(Capability.TRANSACTIONAL_DEFINITIONS));
    }

    /** A model that is built after {@code a}, and does this before. */
    private void meanwhile(String... statements) {
        String hooks = String.join("\", \"", statements);
        project()
                .model(
                        "last",
                        "[@config materialized=\"table\" pre_hook=[\"" + hooks + "\"]"
                                + " allow_names={\"${target.schema}.a\": \"as others do\"} /]"
                                + " select id from ${ref(\"a\")}");
    }

    private void refused(String why) {
        Said said = project().assay("build").ends(1);
        assertTrue(said.err().contains("error[foreign-relation]"), said.err());
        assertTrue(said.err().contains("`a` cannot be published: "), said.err());
        assertTrue(said.err().contains(why), said.err());
    }

    private void published(String sql) {
        project().model("a", sql);
        project().model("beside", TABLE + "select 1 as id");
        project().assay("build").ends(0);
        project().model("beside", TABLE + "select 2 as id");
    }

    @Test
    void aTableThatSomebodyHasDroppedAndMadeAnewIsNotReplaced() {
        published(TABLE + "select 1 as id");
        meanwhile(
                "drop table ${target.schema}.a",
                "create table ${target.schema}.a as select 43 as id, 'only copy' as other");
        refused("was replaced by hand: it is not what assay published");
        assertEquals(43, project().number("a"));
        assertEquals(2, project().number("beside"));
    }

    @Test
    void neitherIsAViewWithOtherSql() {
        published("select 1 as id");
        meanwhile("drop view ${target.schema}.a", "create view ${target.schema}.a as select 43 as id");
        refused("was changed while this run was building");
        assertEquals(43, project().number("a"));
    }

    @Test
    void neitherIsATableThatHasTheNameOfAView() {
        published("select 1 as id");
        meanwhile("drop view ${target.schema}.a", "create table ${target.schema}.a as select 43 as id");
        refused("was replaced by hand");
        assertEquals(43, project().number("a"));
    }

    @Test
    void neitherIsARelationUnderANameThatWasFree() {
        project().model("first", TABLE + "select 1 as id");
        project().assay("build").ends(0);
        project().model("a", TABLE + "select 1 as id");
        meanwhile("create table ${target.schema}.a as select 43 as id");
        refused("is there already, and assay has not made it");
        assertEquals(43, project().number("a"));
    }

    @Test
    void aWrittenPermissionReplacesIt() {
        published(TABLE + "select 1 as id");
        meanwhile(
                "drop table ${target.schema}.a",
                "create table ${target.schema}.a as select 43 as id, 'a copy' as other");
        project().assay("build", "--overwrite-foreign").ends(0);
        assertEquals(1, project().number("a"));
    }
}
