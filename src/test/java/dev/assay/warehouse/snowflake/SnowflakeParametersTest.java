package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults of an account that would change what assay's own statements mean. */
class SnowflakeParametersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP_INPUT_FORMAT, DD.MM.YYYY HH24:MI:SS",
        "DATE_INPUT_FORMAT, DD.MM.YYYY",
        "QUOTED_IDENTIFIERS_IGNORE_CASE, true",
        "ROWS_PER_RESULTSET, 1",
        "AUTOCOMMIT, false"
    })
    void anAccountsDefaultsDoNotReachOurStatements(String name, String value) {
        try (var server = SnowflakeServer.start()) {
            SnowflakeProject shop = SnowflakeProject.fresh(server, folder);
            server.accounts().parameter(name, value);
            shop.file("seeds/days.csv", "day,moment\n2026-11-30,2026-11-30 10:00:00\n");
            shop.model("orders", TABLE + "select day from ${ref('days')}");
            shop.model("a b", TABLE + "select day from ${ref('orders')}");
            shop.assay("build").ends(0);
            assertEquals("2026-11-30", shop.one("select day from dev.\"a b\""));
            shop.model("orders", TABLE + "select day, 1 as v from ${ref('days')}");
            shop.assay("build").ends(0);
            assertEquals("1", shop.one("select v from dev.orders"));
        }
    }

    @Test
    void aParameterOfTheProfileWinsInWhateverCaseItIsWritten() {
        Map<String, String> parameters = SessionParameters.with(Map.of("timezone", "Europe/Berlin"), 120);
        assertEquals("Europe/Berlin", parameters.get("timezone"));
        assertEquals(null, parameters.get("TIMEZONE"));
        assertEquals("AUTO", parameters.get("TIMESTAMP_INPUT_FORMAT"));
    }

    /** Snowflake's own limit is 12 hours, and an abandoned transaction may keep its locks for four. */
    @Test
    void waitsForLocksHaveALimit() {
        Map<String, String> parameters = SessionParameters.with(Map.of(), 30);
        assertEquals("30", parameters.get("LOCK_TIMEOUT"));
        assertEquals("true", parameters.get("ABORT_DETACHED_QUERY"));
    }
}
