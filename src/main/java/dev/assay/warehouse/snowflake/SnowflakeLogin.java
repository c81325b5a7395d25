package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.WarehouseError;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Opens connections, and says in words for people why one could not be opened. */
record SnowflakeLogin(SnowflakeOutput output) {

    /**
     * @throws dev.assay.diagnostic.ProblemsFound when the key that the profile names cannot be used
     * @throws WarehouseError when there is no driver, no way there, or no admittance
     */
    Connection open() {
        Properties properties = properties();
        try {
            Connection connection = file().driver().connect(output.address().url(), properties);
            if (connection == null) {
                throw refusal("`" + output.address().account() + "` is no name of an account");
            }
            return connection;
        } catch (SQLException refused) {
            throw refusal(new LoginWords(output).of(refused));
        }
    }

    /** @throws WarehouseError when there is no driver */
    StatementParameter parameter() {
        return StatementParameter.of(file().classes());
    }

    private static DriverFile file() {
        return DriverFile.get()
                .orElseThrow(
                        () -> refusal("Snowflake's driver is not there\nit is the file snowflake-jdbc-<version>.jar"
                                + " in " + DriverFile.folder()));
    }

    private static WarehouseError refusal(String words) {
        return WarehouseError.of(WarehouseError.Kind.UNREACHABLE, words);
    }

    // Whatever the driver does not know becomes a parameter of the session.
    private Properties properties() {
        var properties = new Properties();
        properties.put("user", output.user());
        properties.put("account", output.address().name());
        properties.put("ssl", output.address().isEncrypted() ? "on" : "off");
        properties.put("db", SnowflakeDialect.inLogin(output.database()));
        output.warehouse().ifPresent(name -> properties.put("warehouse", SnowflakeDialect.inLogin(name)));
        output.role().ifPresent(name -> properties.put("role", SnowflakeDialect.inLogin(name)));
        properties.put("validateDefaultParameters", "true");
        properties.put("loginTimeout", String.valueOf(output.connectTimeout()));
        properties.put("maxHttpRetries", String.valueOf(output.connectRetries()));
        properties.put("application", "assay");
        properties.put("QUERY_TAG", output.queryTag());
        properties.put("CLIENT_SESSION_KEEP_ALIVE", output.keepAlive());
        quiet(properties);
        properties.putAll(SessionParameters.with(output.parameters(), output.publishWait()));
        credential(properties);
        return properties;
    }

    /** Results as JSON want no option of the Java that runs us; nobody is told of us, and no address is tried. */
    private static void quiet(Properties properties) {
        properties.put("JDBC_QUERY_RESULT_FORMAT", "JSON");
        properties.put("CLIENT_TELEMETRY_ENABLED", "false");
        properties.put("CLIENT_OUT_OF_BAND_TELEMETRY_ENABLED", "false");
        properties.put("disablePlatformDetection", "true");
    }

    private void credential(Properties properties) {
        switch (output.credential()) {
            case SnowflakeCredential.Password(String password, Optional<String> passcode, boolean isConfirmed) -> {
                properties.put("password", password);
                if (isConfirmed) {
                    // Snowflake gives a token to the first login, so that the user confirms once and not for each
                    // session.
                    properties.put("authenticator", SnowflakeCredential.CONFIRMED);
                    properties.put("CLIENT_REQUEST_MFA_TOKEN", true);
                }
                passcode.ifPresent(code -> properties.put("passcode", code));
            }
            case SnowflakeCredential.KeyFile file ->
                key(properties, PrivateKeyText.read(file).key());
            case SnowflakeCredential.Key key ->
                key(properties, PrivateKeyText.of(key).key());
            case SnowflakeCredential.Token(String authenticator, String token) -> {
                properties.put("authenticator", authenticator);
                properties.put("token", token);
            }
            case SnowflakeCredential.ByHand(String authenticator, Optional<String> password) -> {
                properties.put("authenticator", authenticator);
                password.ifPresent(word -> properties.put("password", word));
            }
        }
    }

    private static void key(Properties properties, PrivateKey key) {
        properties.put("privateKey", key);
    }
}
