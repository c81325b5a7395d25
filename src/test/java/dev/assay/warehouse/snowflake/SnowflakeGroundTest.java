package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract is held against the account that the environment names. */
class SnowflakeGroundTest {

    @Test
    void variablesOfTheEnvironmentNameAnAccount() {
        try (var server = SnowflakeServer.start()) {
            server.accounts().password("eve", "it's me");
            var fields = SnowflakeGround.real(Map.of(
                    "SNOWFLAKE_ACCOUNT", "testorg-shop",
                    "SNOWFLAKE_HOST", "127.0.0.1",
                    "SNOWFLAKE_PORT", String.valueOf(server.port()),
                    "SNOWFLAKE_PROTOCOL", "http",
                    "SNOWFLAKE_USER", "eve",
                    "SNOWFLAKE_PASSWORD", "it's me",
                    "SNOWFLAKE_DATABASE", "inventory",
                    "SNOWFLAKE_ROLE", "",
                    "SNOWFLAKE_OTHER", "nothing"));
            try (Session session = SnowflakeCase.make("{type: snowflake, " + fields + "}", Path.of(""))
                    .open()) {
                assertEquals(1, SnowflakeCase.query(session, "select 1").number());
            }
        }
    }
}
