package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.kit.Ground;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Snowflake as the contract wants it: the account that {@code SNOWFLAKE_ACCOUNT} names, else our stand-in. */
public final class SnowflakeGround {

    /** Names without quotes are stored in upper case, others as they are. */
    private static final Ground.Looks LOOKS = new Ground.Looks("""
        select comment from information_schema.tables
        where upper(table_schema) = upper(?) and upper(table_name) = upper(?)
        """, """
            select comment from information_schema.columns
            where upper(table_schema) = upper(?) and upper(table_name) = upper(?) and column_name = ?
            """, "", """
                select is_transient from information_schema.tables
                where upper(table_schema) = upper(?) and upper(table_name) = upper(?)
                """);

    /** Keys of an output that a variable may give, named after them. */
    private static final List<String> KEYS = List.of(
            "account",
            "authenticator",
            "database",
            "host",
            "password",
            "port",
            "private_key_passphrase",
            "private_key_path",
            "protocol",
            "role",
            "token",
            "user",
            "warehouse");

    private SnowflakeGround() {}

    public static Ground account() {
        String account = System.getenv().getOrDefault("SNOWFLAKE_ACCOUNT", "");
        return account.isBlank()
                ? ground("Snowflake's stand-in", standIn(Shared.SERVER.port()))
                : ground("Snowflake, account " + account, real(System.getenv()));
    }

    /** One for the whole process; ends with it. */
    private static final class Shared {
        private static final SnowflakeServer SERVER = SnowflakeServer.start();
    }

    private static Ground ground(String name, String fields) {
        return new Ground(name, "snowflake", fields, true, LOOKS);
    }

    static String standIn(int port) {
        return String.join(
                ", ",
                List.of(
                        "account: testorg-shop",
                        "host: 127.0.0.1",
                        "port: " + port,
                        "protocol: http",
                        "user: anna",
                        SnowflakeCase.PASSWORD,
                        "role: transformer",
                        "warehouse: transforming",
                        "database: inventory",
                        "connect_timeout: 20",
                        "connect_retries: 2"));
    }

    /** @param variables {@code SNOWFLAKE_USER} for the key {@code user} */
    static String real(Map<String, String> variables) {
        return KEYS.stream()
                .filter(key -> !value(key, variables).isBlank())
                .map(key -> key + ": '" + value(key, variables).replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }

    private static String value(String key, Map<String, String> variables) {
        String written = variables.getOrDefault("SNOWFLAKE_" + key.toUpperCase(Locale.ROOT), "");
        boolean isPath = key.equals("private_key_path") && !written.isBlank();
        return isPath ? Path.of(written).toAbsolutePath().toString() : written;
    }
}
