package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A session with an input format of its own refuses texts in the usual form, in casts and in COPY. No format but AUTO is
 * understood here.
 */
record InputFormats(ServerSession session) {

    private static final Pattern CAST = Pattern.compile("CAST\\(\\? AS TIMESTAMP");

    private static final Map<String, String> TYPES = Map.of(
            "DATE", "DATE_INPUT_FORMAT",
            "TIME", "TIME_INPUT_FORMAT",
            "TIMESTAMP", "TIMESTAMP_INPUT_FORMAT",
            "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_INPUT_FORMAT");

    void checkCasts(String folded) {
        if (CAST.matcher(folded).find()) {
            check("TIMESTAMP");
        }
    }

    /** @param table its whole name, as {@link Traits} knows it */
    void checkCopy(Traits traits, String table) throws SQLException {
        for (String type : TYPES.keySet()) {
            String columns = traits.ask("select count(*) from duckdb_columns() where data_type = '" + type
                    + "' and concat_ws('.', database_name, schema_name, table_name) = '" + table.replace("'", "''")
                    + "'");
            if (!columns.equals("0")) {
                check(type);
            }
        }
    }

    private void check(String type) {
        String format = session.parameters().getOrDefault(TYPES.get(type), "AUTO");
        if (!format.equals("AUTO")) {
            throw new Refusal("100040", "22007", type + " is not recognized with format '" + format + "'");
        }
    }
}
