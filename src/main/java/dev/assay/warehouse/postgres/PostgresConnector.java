package dev.assay.warehouse.postgres;

import dev.assay.warehouse.WarehouseError;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/** Logs in. A refused login is told in words for people, with what to look at. */
record PostgresConnector(PostgresOutput output) {

    // The driver says on its own what we say in our words. Kept, for loggers that nobody holds are forgotten.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    /** @throws WarehouseError when the server cannot be reached or refuses us */
    Connection connect() {
        DRIVER.setLevel(Level.OFF);
        for (int attempt = 1; ; attempt++) {
            try {
                // The driver is called by name: DriverManager would load every driver that is installed.
                return new Driver().connect(url(), properties());
            } catch (SQLException refused) {
                if (attempt > output.retries() || isFinal(state(refused))) {
                    throw unreachable(refused);
                }
            }
        }
    }

    private String url() {
        String host = output.host().contains(":") ? "[" + output.host() + "]" : output.host();
        String database =
                URLEncoder.encode(output.database(), StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://" + host + ":" + output.port() + "/" + database;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", output.user());
        output.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", output.applicationName());
        properties.setProperty("connectTimeout", String.valueOf(output.connectTimeout()));
        properties.setProperty("loginTimeout", String.valueOf(output.connectTimeout() * 2));
        properties.setProperty("socketTimeout", String.valueOf(output.socketTimeout()));
        properties.setProperty("tcpKeepAlive", "true");
        // Values come as Postgres prints them, so that they print the same everywhere.
        properties.setProperty("binaryTransfer", "false");
        properties.putAll(output.tls());
        return properties;
    }

    private static String state(SQLException refused) {
        return String.valueOf(refused.getSQLState());
    }

    // A wrong password does not become a right one.
    private static boolean isFinal(String state) {
        return state.startsWith("28") || state.startsWith("3D") || state.startsWith("42");
    }

    private WarehouseError unreachable(SQLException refused) {
        if (refused.getCause() instanceof UnknownHostException) {
            return refusal("nobody knows a host `" + output.host() + "`: look at `host`");
        }
        // The names of Java's exceptions tell nobody anything.
        String said = String.valueOf(refused.getMessage())
                .replaceFirst("^FATAL: ", "")
                .replaceAll("[\\w.]+Exception: ", "");
        return refusal(headline(state(refused), said) + "\nPostgres says: " + said);
    }

    private String headline(String state, String said) {
        if (said.contains("hostnameverifier")) {
            return "the certificate of Postgres at " + output.address()
                    + " is for another host: look at `host`, or say `sslmode: verify-ca`";
        }
        if (said.contains("PKIX") || said.contains("root certificate") || said.contains("trust anchor")) {
            return "the certificate of Postgres at " + output.address() + " is not trusted: look at `sslrootcert`";
        }
        if (said.contains("SSL")) {
            return "Postgres at " + output.address() + " and we do not agree on TLS: look at `sslmode`";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "Postgres refused the login of `" + output.user() + "` to " + output.address()
                        + ": look at `user` and `password`, and at the server's pg_hba.conf";
            case "42501" ->
                "Postgres at " + output.address() + " refused the login of `" + output.user()
                        + "`: ask for the right `connect` on the database";
            case "08004" ->
                output.password().isEmpty() && said.contains("password")
                        ? "Postgres at " + output.address() + " wants a password: set `password`"
                        : "Postgres at " + output.address() + " refused the connection";
            case "3D000" -> "no database `" + output.database() + "` is at " + output.host() + ":" + output.port();
            case "08001" ->
                "no Postgres answers at " + output.host() + ":" + output.port() + ": look at `host` and `port`";
            case "53300" ->
                "Postgres at " + output.address()
                        + " has no connection left: lower `threads`; with one thread a run needs two";
            case "57P03" -> "Postgres at " + output.address() + " is starting or stopping";
            default -> "Postgres at " + output.address() + " cannot be reached";
        };
    }

    static WarehouseError refusal(String words) {
        return WarehouseError.of(WarehouseError.Kind.UNREACHABLE, words);
    }
}
