package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;

/** One login: its own connection to the engine, where it stands, and its transaction. */
final class ServerSession {

    /** What Snowflake has and DuckDB lacks, as far as the adapter and the shipped project need it. */
    private static final List<String> MACROS = List.of(
            "convert_timezone(zone, moment) as moment at time zone zone",
            "replace_everywhere(subject, pattern, other) as regexp_replace(subject, pattern, other, 'g')",
            "iff(condition, yes, other) as if(condition, yes, other)",
            "policy_references(ref_entity_name := '', ref_entity_domain := '') as table select if(kind ="
                    + " 'owner', error('Insufficient privileges to operate on table'), name) as policy_name from "
                    + Traits.PINS
                    + " where kind in ('policy', 'owner') and ends_with(id, '.' || replace(ref_entity_name, '\"', ''))"
                    + " and ref_entity_domain in ('table', 'view')",
            "current_role() as 'TRANSFORMER'",
            "is_role_in_session(role) as role = 'TRANSFORMER' or role in (select name from " + Traits.PINS
                    + " where kind = 'inherited role')",
            "current_warehouse() as nullif(getvariable('warehouse'), '')",
            "sysdate() as cast(get_current_timestamp() as timestamp)",
            "boolor_agg(flag) as bool_or(flag)",
            "month_end(part, moment) as cast(date_trunc(part, moment) + case part when 'YEAR' then interval 1 year when"
                    + " 'QUARTER' then interval 3 months when 'MONTH' then interval 1 month end - interval 1 day as"
                    + " date)",
            "to_varchar(moment, form) as strftime(moment, '%Y-%m-%d %H:%M:%S.%f')",
            "dateadd(part, count, moment) as moment + case part when 'YEAR' then to_years(count::integer) when"
                + " 'QUARTER' then to_months(3 * count::integer) when 'MONTH' then to_months(count::integer) when"
                + " 'WEEK' then to_days(7 * count::integer) when 'DAY' then to_days(count::integer) when 'HOUR' then"
                + " to_hours(count) when 'MINUTE' then to_minutes(count) when 'SECOND' then to_seconds(count) end");

    /** The engine's own says nothing of comments. */
    private static final String TABLES = "create temp view snowflake_tables as select database_name as table_catalog,"
        + " schema_name as table_schema, table_name, 'BASE TABLE' as table_type, comment, estimated_size as row_count,"
        + " estimated_size * 1024 as bytes, if(t.is_transient, 'YES', 'NO') as is_transient, nullif(t.clustered_by,"
        + " '') as clustering_key, make_timestamp(coalesce(t.made, table_oid)) as created, if(schema_name || '.' ||"
        + " table_name in (select split_part(name, '.', 2) || '.' || split_part(name, '.', 3) from "
            + Traits.PINS
            + " where kind = 'dynamic table'), 'YES', 'NO') as is_dynamic, 'NO' as is_iceberg from duckdb_tables() left"
            + " join "
            + Traits.TABLE
            + " as t on t.id = concat_ws('.', database_name, schema_name, table_name) union all select database_name,"
            + " schema_name, view_name, 'VIEW', comment, null, null, 'NO', null, make_timestamp(view_oid), 'NO', 'NO'"
            + " from duckdb_views() where not internal";

    private static final String VIEWS = "create temp view snowflake_views as select database_name as table_catalog,"
            + " schema_name as table_schema, view_name as table_name, t.words as view_definition from"
            + " duckdb_views() left join " + Traits.TABLE + " as t on t.id = concat_ws('.', database_name, schema_name,"
            + " view_name) where not internal";

    private static final String COLUMNS = "create temp view snowflake_columns as select database_name as table_catalog,"
            + " schema_name as table_schema, table_name, column_name, column_index as ordinal_position, case when"
            + " data_type in ('TIMESTAMP_S', 'TIMESTAMP_MS') then 'TIMESTAMP' else data_type end as data_type,"
            + " character_maximum_length, numeric_precision, numeric_scale, comment from duckdb_columns()";

    /** As SHOW tells of them: with the digits of a second, which the information schema leaves out. */
    static final String SHOWN_COLUMNS =
            "select table_name as \"table_name\", schema_name as \"schema_name\", column_name as \"column_name\","
                + " '{\"type\":\"' || replace(split_part(data_type, '_', 1), '\"', '') || '\",\"precision\":' ||"
                + " coalesce(numeric_precision, 0) || ',\"scale\":' || case data_type when 'TIMESTAMP_S' then 0 when"
                + " 'TIMESTAMP_MS' then 3 when 'TIMESTAMP' then 9 else coalesce(numeric_scale, 0) end ||"
                + " ',\"nullable\":' || is_nullable || '}' as \"data_type\" from duckdb_columns() where not internal"
                + " and ";

    /** Grants, owners included: {@link Traits} says how they are kept. */
    private static final String PRIVILEGES = "create temp view snowflake_privileges as select split_part(id, '.', 1) as"
            + " object_catalog, split_part(id, '.', 2) as object_schema, array_to_string(split(id, '.')[3:], '.') as"
            + " object_name, 'TABLE' as object_type, if(kind like '%owner', 'OWNERSHIP', split_part(name, ' ', 1)) as"
            + " privilege_type, if(kind like '%owner', name, array_to_string(split(name, ' ')[2:], ' ')) as grantee,"
            + " if(kind like 'grant to %', upper(replace(kind[10:], ' ', '_')), 'ROLE') as granted_to, if((id,"
            + " 'option', name) in (select (id, kind, name) from " + Traits.PINS + "), 'YES', 'NO') as is_grantable"
            + " from " + Traits.PINS + " where kind like 'grant%' or kind like '%owner'";

    private final DuckDBConnection connection;
    private final Map<String, String> parameters = new ConcurrentHashMap<>();
    private String database = "MEMORY";
    private String schema = "MAIN";
    private String role = "PUBLIC";
    private String warehouse = "";
    private boolean autocommit = true;
    private boolean inTransaction;

    ServerSession(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        run("set TimeZone = 'UTC'");
        run("set errors_as_json = true");
        run("set default_null_order = 'nulls_last_on_asc_first_on_desc'");
        for (String macro : MACROS) {
            run("create temp macro " + macro);
        }
        run(TABLES);
        run(VIEWS);
        run(COLUMNS);
        run(PRIVILEGES);
    }

    DuckDBConnection connection() {
        return connection;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** Whether a parameter that is on or off is on. */
    boolean isSet(String parameter) {
        return Boolean.parseBoolean(parameters.getOrDefault(parameter, "false"));
    }

    /** After so many rows the rest of a result is left out. */
    int mostRows() {
        int most = Integer.parseInt(parameters.getOrDefault("ROWS_PER_RESULTSET", "0"));
        return most == 0 ? Integer.MAX_VALUE : most;
    }

    String database() {
        return database;
    }

    String schema() {
        return schema;
    }

    String role() {
        return role;
    }

    String warehouse() {
        return warehouse;
    }

    boolean autocommit() {
        return autocommit;
    }

    /** A relation's whole name, as {@link Traits} knows it. */
    String id(List<String> parts) {
        return String.join(".", whole(parts));
    }

    /** Database, schema and name, without quotes. */
    List<String> whole(List<String> parts) {
        var whole = new ArrayList<>(parts.stream().map(ServerSession::folded).toList());
        if (whole.size() < 2) {
            whole.add(0, schema);
        }
        if (whole.size() < 3) {
            whole.add(0, database);
        }
        return whole;
    }

    void use(String newDatabase, String newSchema) throws SQLException {
        database = newDatabase;
        schema = newSchema;
        run("use \"" + newDatabase + "\".\"" + newSchema + "\"");
    }

    void actAs(String newRole) {
        role = newRole;
    }

    void computeOn(String newWarehouse) throws SQLException {
        warehouse = newWarehouse;
        run("set variable warehouse = '" + newWarehouse.replace("'", "''") + "'");
    }

    void autocommit(boolean wanted) throws SQLException {
        if (wanted) {
            end("commit");
        }
        autocommit = wanted;
    }

    /** Before a statement that is part of a transaction, where there is one. */
    void take() throws SQLException {
        if (!autocommit && !inTransaction) {
            begin();
        }
    }

    void begin() throws SQLException {
        if (!inTransaction) {
            run("begin transaction");
            inTransaction = true;
        }
    }

    /** Ends the transaction; a definition does so before it runs, whatever the user had in mind. */
    void end(String how) throws SQLException {
        if (inTransaction) {
            inTransaction = false;
            run(how);
        }
    }

    boolean isInTransaction() {
        return inTransaction;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void close() throws SQLException {
        if (inTransaction) {
            end("rollback");
        }
        connection.close();
    }

    /** A name as it was written: upper case where it is not in quotes. */
    static String folded(String written) {
        String name = written.strip();
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toUpperCase(Locale.ROOT);
    }
}
