package dev.assay.warehouse.postgres;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.facet.ReaderLimits;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * An output of type postgres, checked. The keys are those of dbt's adapter.
 *
 * @param password empty where the driver is to look into the user's {@code .pgpass}
 * @param role that every session takes on after the login
 * @param socketTimeout in seconds, for how long a silent server is waited for; 0 for ever
 * @param statementTimeout in milliseconds; 0 for none; where it is not given, that of the role or of the database holds
 * @param readers how long a publication waits for readers, and how long it may make them wait
 * @param tls what is said of certificates, by the driver's names
 */
record PostgresOutput(
        String host,
        int port,
        String user,
        Optional<String> password,
        String database,
        Optional<String> role,
        Optional<String> searchPath,
        String applicationName,
        int connectTimeout,
        int socketTimeout,
        Optional<Long> statementTimeout,
        int keepalivesIdle,
        int retries,
        ReaderLimits readers,
        Map<String, String> tls) {

    private static final Keys OUTPUT = Keys.of(
            "type",
            "schema",
            "threads",
            "publish_by",
            "host",
            "port",
            "user",
            "password",
            "pass",
            "dbname",
            "database",
            "role",
            "search_path",
            "application_name",
            "connect_timeout",
            "socket_timeout",
            "statement_timeout",
            "keepalives_idle",
            "retries",
            "publish_wait",
            "publish_lock_budget",
            "publish_snapshots",
            "publish_mixed",
            "sslmode",
            "sslcert",
            "sslkey",
            "sslrootcert");

    private static final List<String> TLS_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** @throws dev.assay.diagnostic.ProblemsFound with every wrong field */
    static PostgresOutput read(OutputSettings settings) {
        var problems = new Problems();
        Fields fields =
                Fields.of(settings.fields(), "a postgres output", problems).only(OUTPUT);
        settings.requireNoFile(fields, "Postgres");
        fields.required("user");
        if (!fields.has("dbname")) {
            if (fields.has("database")) {
                fields.text("database");
            } else {
                fields.required("dbname");
            }
        }
        refuseBoth(fields, "password", "pass", problems);
        refuseBoth(fields, "dbname", "database", problems);
        String host = fields.text("host").orElse("localhost");
        if (host.startsWith("/")) {
            problems.add(Diagnostic.error(Code.NOT_SUPPORTED, fields.place("host"), "`host` is a folder")
                    .note("Postgres's driver for Java speaks over the network only, not through a socket in a folder")
                    .help("name the host: localhost"));
        }
        var output = new PostgresOutput(
                host,
                fields.port("port").orElse(5432),
                fields.text("user").orElse(""),
                fields.text("password").or(() -> fields.text("pass")).filter(text -> !text.isEmpty()),
                fields.text("dbname").or(() -> fields.text("database")).orElse(""),
                fields.text("role"),
                fields.text("search_path"),
                fields.text("application_name").orElse("assay"),
                number(fields, "connect_timeout", 10),
                number(fields, "socket_timeout", 0),
                fields.number("statement_timeout", 0),
                number(fields, "keepalives_idle", 0),
                number(fields, "retries", 1),
                readers(fields),
                tls(fields, Path.of(settings.folder()), problems));
        problems.throwIfErrors();
        return output;
    }

    private static ReaderLimits readers(Fields fields) {
        OptionalInt budget = fields.has("publish_lock_budget")
                ? OptionalInt.of(Math.max(1, number(fields, "publish_lock_budget", 0)))
                : OptionalInt.empty();
        return new ReaderLimits(
                Duration.ofSeconds(number(fields, "publish_wait", 120)),
                budget,
                fields.word("publish_snapshots", List.of("auto", "strict"))
                        .filter("strict"::equals)
                        .isPresent(),
                fields.word("publish_mixed", List.of("allow", "hold"))
                        .filter("hold"::equals)
                        .isPresent());
    }

    private static int number(Fields fields, String key, int otherwise) {
        return Math.toIntExact(Math.min(fields.number(key, 0).orElse((long) otherwise), Integer.MAX_VALUE));
    }

    private static void refuseBoth(Fields fields, String key, String same, Problems problems) {
        if (fields.has(key) && fields.has(same)) {
            problems.add(Diagnostic.error(
                            Code.WRONG_VALUE, fields.place(same), "`" + same + "` and `" + key + "` say the same twice")
                    .help("leave one of them out"));
        }
    }

    private static Map<String, String> tls(Fields fields, Path folder, Problems problems) {
        var values = new TreeMap<String, String>();
        fields.word("sslmode", TLS_MODES).ifPresent(mode -> values.put("sslmode", mode));
        for (String key : List.of("sslcert", "sslkey", "sslrootcert")) {
            Optional<Path> file = fields.text(key).map(folder::resolve);
            file.filter(path -> !Files.isReadable(path))
                    .ifPresent(path -> problems.add(Diagnostic.error(
                            Code.FILE_UNREADABLE,
                            fields.place(key),
                            "`" + key + "` is " + (Files.exists(path) ? "a file that cannot be read" : "no file"))));
            file.ifPresent(path -> values.put(key, path.toString()));
        }
        return values;
    }

    /** For people: {@code inventory on localhost:5432}. */
    String address() {
        return database + " on " + host + ":" + port;
    }
}
