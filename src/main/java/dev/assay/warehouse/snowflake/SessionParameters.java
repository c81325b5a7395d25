package dev.assay.warehouse.snowflake;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Session parameters that each login sets, whatever the account's or the user's defaults are. They are part of the login
 * request, so they cost no statement.
 */
final class SessionParameters {

    /** The same SQL means the same as on other warehouses. */
    private static final Map<String, String> MEANING = Map.of(
            "TIMEZONE", "UTC", "TIMESTAMP_TYPE_MAPPING", "TIMESTAMP_NTZ", "JDBC_TREAT_TIMESTAMP_NTZ_AS_UTC", "true");

    /**
     * What assay's own statements depend on: they cast ISO texts, load seeds without naming formats, quote names whose case
     * matters, read results whole, and commit each statement outside of a transaction.
     */
    private static final Map<String, String> NEEDED = Map.of(
            "TIMESTAMP_INPUT_FORMAT", "AUTO",
            "DATE_INPUT_FORMAT", "AUTO",
            "TIME_INPUT_FORMAT", "AUTO",
            "BINARY_INPUT_FORMAT", "HEX",
            "QUOTED_IDENTIFIERS_IGNORE_CASE", "false",
            "ROWS_PER_RESULTSET", "0",
            "AUTOCOMMIT", "true",
            // Without it, a transaction of a killed run may keep its locks for four hours.
            "ABORT_DETACHED_QUERY", "true",
            "MULTI_STATEMENT_COUNT", "1",
            "ERROR_ON_NONDETERMINISTIC_MERGE", "true");

    private SessionParameters() {}

    /**
     * @param written in the profile; these win, in whatever case their names are written
     * @param lockSeconds how long a statement waits for a lock
     */
    static Map<String, String> with(Map<String, String> written, long lockSeconds) {
        var parameters = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        parameters.putAll(MEANING);
        parameters.putAll(NEEDED);
        parameters.put("LOCK_TIMEOUT", String.valueOf(lockSeconds));
        written.forEach((name, value) -> {
            // A sorted map keeps the old spelling of a name.
            parameters.remove(name);
            parameters.put(name, value);
        });
        return new HashMap<>(parameters);
    }
}
