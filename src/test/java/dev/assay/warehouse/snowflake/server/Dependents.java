package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;

/** Streams, materialized views and dynamic tables: only that they are there, and on which table. */
record Dependents(ServerSession session, Traits traits) {

    Table create(Matcher form) throws SQLException {
        session.end("commit");
        traits.pin(
                session.id(Engine.parts(form.group(3))),
                form.group(1).toLowerCase(Locale.ROOT),
                session.id(Engine.parts(form.group(2))));
        return Table.done(Table.DEFINITION);
    }

    /** As SHOW tells of them, of the whole account or of those that lie in our database; never more than 10,000. */
    String shown(Matcher form) {
        String kind = form.group(1).toLowerCase(Locale.ROOT);
        String table = kind.equals("stream")
                ? "id as \"table_name\", id as \"base_tables\""
                : part("id", 1) + " as \"source_database_name\", " + part("id", 2) + " as \"source_schema_name\", "
                        + part("id", 3) + " as \"source_table_name\"";
        String own = form.group(2).equals("ACCOUNT") ? "" : " and starts_with(name, '" + session.database() + ".')";
        return "select " + part("name", 3) + " as \"name\", " + part("name", 1) + " as \"database_name\", "
                + part("name", 2) + " as \"schema_name\", " + table + " from " + Traits.PINS + " where kind = '" + kind
                + "'" + own + " limit 10000";
    }

    private static String part(String column, int place) {
        return "split_part(" + column + ", '.', " + place + ")";
    }

    String inputs() {
        return "select id as \"table_name\", name as \"name\" from " + Traits.PINS + " where kind = 'dynamic table'";
    }
}
