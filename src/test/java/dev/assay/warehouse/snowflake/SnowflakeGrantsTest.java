package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers keep their access to a table, in whatever way it is published. */
class SnowflakeGrantsTest extends LayeredCase {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String LONE = "INVENTORY.DEV.LONE";

    private static final String CANDIDATE = "INVENTORY.DEV__ASSAY_CANDIDATE.LONE";

    SnowflakeGrantsTest() {
        super(SERVER);
    }

    private void grantAll() {
        shop().execute(
                        "grant select on table inventory.dev.lone to role analysts",
                        "grant update on table inventory.dev.lone to role public with grant option",
                        "grant select on table inventory.dev.lone to database role inventory.readers",
                        "grant select on table inventory.dev.lone to share partners",
                        "create role \"the owner\"",
                        "grant role \"the owner\" to role transformer",
                        "grant ownership on table inventory.dev.lone to role \"the owner\" copy current grants");
    }

    private static final String ALL = "grant SELECT ANALYSTS, grant UPDATE PUBLIC, grant to database role SELECT"
            + " INVENTORY.READERS, grant to share SELECT PARTNERS, inherited owner the owner, option UPDATE PUBLIC";

    @ParameterizedTest
    @ValueSource(strings = {"auto", "swap", "overwrite"})
    void aTableKeepsItsGrantsAndItsOwner(String way) {
        layers().publishBy(way);
        grantAll();
        layers().version(2);
        shop().assay("build").ends(0);
        assertEquals(ALL, SERVER.pins(LONE), way);
        // With another column it is swapped, whatever it is told.
        shop().model("lone", TABLE + "select 3 as v, 'x' as w");
        shop().assay("build").ends(0);
        assertEquals("3x", shop().one("select v || w from dev.lone"));
        assertEquals(ALL, SERVER.pins(LONE), way);
    }

    @Test
    void aTableThatHasGrownKeepsItsGrants() {
        layers().publishBy("auto");
        grantAll();
        shop().model("lone", TABLE + "select n as v from (" + LayeredShop.BIG + ") as many");
        int before = SERVER.received().size();
        shop().assay("build").ends(0);
        assertEquals(ALL, SERVER.pins(LONE));
        assertTrue(SERVER.receivedSince(before).stream()
                .anyMatch(one -> one.sql().contains("swap with") && one.sql().contains("LONE")));
    }

    @Test
    void aCandidateThatIsHeldHasNoReaders() {
        grantAll();
        shop().model("lone", TABLE + "select 2 as v");
        shop().file("tests/no_two.sql", "select v from ${ref(\"lone\")} where v = 2");
        shop().assay("build").ends(1);
        assertEquals("2", shop().one("select max(v) from " + CANDIDATE));
        assertEquals("null", SERVER.pins(CANDIDATE));
    }

    /** The privileges that the settings name are had by exactly these roles; the others stay. */
    @Test
    void settingsRuleOverThePrivilegesThatTheyName() {
        grantAll();
        shop().model("lone", "[@config materialized='table' grants={'select': ['public']} /] select 2 as v");
        shop().assay("build").ends(0);
        assertEquals(
                "grant SELECT PUBLIC, grant UPDATE PUBLIC, inherited owner the owner, option UPDATE PUBLIC",
                SERVER.pins(LONE));
    }

    @Test
    void aTableWhoseGrantsCannotBeRepeatedIsHeld() {
        grantAll();
        layers().version(2);
        SERVER.faults().refuseAt("grant select on table .* to share");
        String said = shop().assay("build").ends(1).text();
        assertTrue(said.contains("models/lone.sql"), said);
        assertTrue(said.contains("`copy_grants: false` publishes the table without the grants of the old one"), said);
        assertEquals("2 2 2 1", layers().seen());
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals(ALL, SERVER.pins(LONE));
    }
}
