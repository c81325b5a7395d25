package dev.assay.warehouse.snowflake.server;

import java.util.Map;

/**
 * A statement as it came in, with the parameters that were set for it alone, and where it computed.
 *
 * @param request in which it came, perhaps with others
 * @param nanos when
 */
public record Received(String sql, Map<String, Object> parameters, String warehouse, String request, long nanos) {

    public String tag() {
        return String.valueOf(parameters.getOrDefault("QUERY_TAG", ""));
    }
}
