package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that were carried out, but whose answers never arrived. */
class SnowflakeLossTest extends LayeredCase {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    /** More than a run sends after it. */
    private static final int ALL = 1000;

    private static final String CLOSING = "^update .*set state = 'published'";
    private static final String JOURNAL = "state = 'publishing', generation";
    private static final String OPEN = "select count(*) from dev_quality.publications where state <> 'published'";

    SnowflakeLossTest() {
        super(SERVER);
    }

    @BeforeEach
    void lessPatience() {
        // The driver waits longer before each further attempt.
        shop().profile("shop", SnowflakeCase.PASSWORD + "\nconnect_retries: 1");
        layers().publishBy("swap");
        layers().version(2);
    }

    /** The registry is asked what became of the commit, whatever its failure is called. */
    @ParameterizedTest
    @ValueSource(strings = {CLOSING, JOURNAL})
    void aCommitWhoseAnswerIsLostCounts(String statementBefore) {
        SERVER.faults().loseCommitAfter(statementBefore, 0);
        shop().assay("build", "--threads", "1").ends(0);
        assertEquals(1, SERVER.faults().lost());
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("0", shop().one(OPEN));
        assertEquals("2", shop().one("select max(generation) from dev_quality.publications"));
        assertEquals("0", shop().leftovers());
    }

    /** Readers see old or new tables until the next run; the registry never calls the old ones generation 2. */
    @ParameterizedTest
    @ValueSource(strings = {CLOSING, JOURNAL})
    void nothingIsUndoneIfNobodyCanBeAskedAboutTheCommit(String statementBefore) {
        SERVER.faults().loseCommitAfter(statementBefore, ALL);
        String said = shop().assay("build", "--threads", "1").ends(3).text();
        assertTrue(SERVER.faults().lost() > 1);
        assertTrue(said.contains("the publication was broken off"), said);
        assertTrue(said.contains("the next run finishes it"), said);
        assertFalse(said.contains("readers still see what they saw before"), said);
        boolean isPublished = statementBefore.equals(CLOSING);
        assertEquals(isPublished ? "2 2 2 2" : "1 1 1 1", layers().seen());
        shop().assay("build", "--select", "lone").ends(0);
        assertEquals("2 2 2 2", layers().seen());
    }

    @Test
    void aSwapWhoseAnswerIsLostIsNotDoneTwice() {
        SERVER.faults().loseAnswerOf("swap with .*ORDERS", 0);
        shop().assay("build", "--threads", "1").ends(0);
        assertEquals(1, SERVER.faults().lost());
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("0", shop().leftovers());
    }

    @Test
    void aQuestionWhoseAnswerIsLostIsAskedAgain() {
        SERVER.faults().loseAnswerOf("^select count\\(\\*\\) .*ORDERS", 0);
        shop().assay("build", "--threads", "1").ends(0);
        assertEquals(1, SERVER.faults().lost());
        assertEquals("2 2 2 2", layers().seen());
    }

    /** The user's files are not to blame. */
    @Test
    void aBuildWithoutAnswersEndsAsALostConnection() {
        SERVER.faults().loseAnswerOf("^create transient table .*ORDERS", ALL);
        String said = shop().assay("build", "--threads", "1").ends(3).text();
        assertTrue(SERVER.faults().lost() > 1);
        assertTrue(said.contains("error[no-connection]"), said);
        assertFalse(said.contains("refused the SQL"), said);
        assertFalse(said.contains("models/orders.sql"), said);
        SERVER.faults().loseAnswerOf("publications", ALL);
        shop().assay("status").ends(3);
        SERVER.faults().lost();
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
    }

    @Test
    void aSessionThatWasEndedIsReplaced() {
        shop().model("orders", TABLE + "select 2 as v");
        for (String statement : new String[] {
            "^create transient table .*ORDERS", "swap with .*ORDERS", "insert into .*publications", CLOSING
        }) {
            SERVER.faults().breakAt(statement);
            var said = shop().assay("build", "--threads", "1");
            assertTrue(SERVER.faults().broke(), statement);
            assertFalse(said.text().contains("refused the SQL"), said.text());
        }
        shop().assay("build").ends(0);
        assertEquals("2 2 2 2", layers().seen());
        assertEquals("0", shop().leftovers());
    }
}
