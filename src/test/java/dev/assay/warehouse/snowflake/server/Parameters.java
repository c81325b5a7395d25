package dev.assay.warehouse.snowflake.server;

import java.util.List;
import java.util.Map;

/** The session parameters that go with every answer: the driver believes the newest. */
final class Parameters {

    private Parameters() {}

    static List<Map<String, Object>> of(ServerSession session) {
        return List.of(
                parameter("AUTOCOMMIT", session.autocommit()),
                parameter("TIMEZONE", "Etc/UTC"),
                parameter("CLIENT_TELEMETRY_ENABLED", false),
                parameter("CLIENT_STAGE_ARRAY_BINDING_THRESHOLD", 0),
                parameter("CLIENT_RESULT_CHUNK_SIZE", 160),
                parameter("CLIENT_MEMORY_LIMIT", 1536),
                parameter("CLIENT_PREFETCH_THREADS", 4),
                parameter("JDBC_TREAT_DECIMAL_AS_INT", true),
                parameter("JDBC_TREAT_TIMESTAMP_NTZ_AS_UTC", session.isSet("JDBC_TREAT_TIMESTAMP_NTZ_AS_UTC")),
                parameter("TIMESTAMP_OUTPUT_FORMAT", "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM"),
                parameter("TIMESTAMP_NTZ_OUTPUT_FORMAT", "YYYY-MM-DD HH24:MI:SS.FF3"),
                parameter("DATE_OUTPUT_FORMAT", "YYYY-MM-DD"),
                parameter("TIME_OUTPUT_FORMAT", "HH24:MI:SS"),
                parameter("BINARY_OUTPUT_FORMAT", "HEX"));
    }

    private static Map<String, Object> parameter(String name, Object value) {
        return Map.of("name", name, "value", value);
    }
}
