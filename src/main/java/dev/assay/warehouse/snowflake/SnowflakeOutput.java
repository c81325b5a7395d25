package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Problems;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.facet.ReaderLimits;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An output of type snowflake, checked. The keys are those of dbt-snowflake.
 *
 * @param connectTimeout in seconds
 * @param connectRetries how often the driver tries again what failed on the way
 * @param publishWait for how many seconds a statement waits for a lock of another session
 * @param parameters of the session, by Snowflake's names
 */
record SnowflakeOutput(
        Address address,
        String user,
        SnowflakeCredential credential,
        String database,
        Optional<String> warehouse,
        Optional<String> role,
        String queryTag,
        boolean keepAlive,
        long connectTimeout,
        long connectRetries,
        long publishWait,
        boolean holdsMixed,
        Map<String, String> parameters) {

    private static final Keys KEYS = Keys.of(
            "type",
            "schema",
            "threads",
            "publish_by",
            "publish_wait",
            "publish_mixed",
            "account",
            "host",
            "port",
            "protocol",
            "user",
            "password",
            "passcode",
            "authenticator",
            "token",
            "private_key",
            "private_key_path",
            "private_key_passphrase",
            "database",
            "dbname",
            "warehouse",
            "role",
            "query_tag",
            "client_session_keep_alive",
            "connect_retries",
            "connect_timeout",
            "session_parameters");

    private static final long LOGIN_SECONDS = 60;

    /** Where a browser is to be opened the driver tries for all that time; the browser has two minutes of its own. */
    private static final long SECONDS_TO_A_BROWSER = 12;

    private static final long HTTP_RETRIES = 7;

    /** Snowflake's own default is 12 hours: for so long readers could see one half of a publication. */
    private static final long LOCK_SECONDS = 120;

    /** @throws dev.assay.diagnostic.ProblemsFound with every wrong field */
    static SnowflakeOutput read(OutputSettings settings) {
        var problems = new Problems();
        Fields fields =
                Fields.of(settings.fields(), "a snowflake output", problems).only(KEYS);
        settings.requireNoFile(fields, "Snowflake");
        var address = Address.read(fields);
        String user = fields.required("user").orElse("");
        var credential = SnowflakeCredential.read(fields, Path.of(settings.folder()));
        var output = new SnowflakeOutput(
                address,
                user,
                credential,
                fields.text("database").or(() -> fields.required("database")).orElse(""),
                fields.text("warehouse"),
                fields.text("role"),
                fields.text("query_tag").orElse("assay"),
                fields.flag("client_session_keep_alive").orElse(false),
                fields.number("connect_timeout", 1)
                        .orElse(credential.opensBrowser() ? SECONDS_TO_A_BROWSER : LOGIN_SECONDS),
                fields.number("connect_retries", 0).orElse(HTTP_RETRIES),
                fields.number("publish_wait", 1).orElse(LOCK_SECONDS),
                fields.word("publish_mixed", List.of("allow", "hold"))
                        .filter("hold"::equals)
                        .isPresent(),
                parameters(fields));
        problems.throwIfErrors();
        return output;
    }

    ReaderLimits readers() {
        return new ReaderLimits(Duration.ofSeconds(publishWait), OptionalInt.empty(), false, holdsMixed);
    }

    private static Map<String, String> parameters(Fields fields) {
        Fields written = fields.fields("session_parameters", "`session_parameters`");
        var values = new LinkedHashMap<String, String>();
        written.mapping()
                .entries()
                .forEach(entry -> written.text(entry.key()).ifPresent(value -> values.put(entry.key(), value)));
        return values;
    }
}
