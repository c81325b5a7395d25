package dev.assay.warehouse.snowflake.server;

import java.util.regex.Pattern;

/**
 * A moment of the catalog that is cast to text is written in the session's format. Any format but the usual one is written
 * alike here.
 */
record OutputFormats(boolean isUsual) {

    private static final String PARAMETER = "TIMESTAMP_OUTPUT_FORMAT";
    private static final Pattern CAST = Pattern.compile("CAST\\((\\w+\\.CREATED) AS VARCHAR\\)");

    static OutputFormats of(ServerSession session) {
        return new OutputFormats(!session.parameters().containsKey(PARAMETER));
    }

    String applied(String sql) {
        return isUsual ? sql : CAST.matcher(sql).replaceAll("STRFTIME($1, '%d.%m.%Y')");
    }
}
