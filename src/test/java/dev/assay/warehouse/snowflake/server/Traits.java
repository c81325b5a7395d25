package dev.assay.warehouse.snowflake.server;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * What the engine behind us does not know of relations, by the name that each has at the moment: {@code DATABASE.SCHEMA.NAME}.
 * Kept in tables of its own, so that the views of the information schema can show it.
 */
final class Traits {

    static final String TABLE = "memory.main.traits";
    static final String PINS = "memory.main.pins";

    /** Later than every number that the engine gives to a relation. */
    private static final String MOMENTS = "memory.main.moments";

    private static final String EXCHANGE =
            " set id = case id when ? then ? when ? then ? else id end where id in (select ? union all select ?)";

    private final DuckDBConnection connection;

    Traits(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create sequence " + MOMENTS + " start 1000000000");
            statement.execute("create table " + TABLE
                    + " (id varchar, is_transient boolean, is_secure boolean, clustered_by varchar,"
                    + " words varchar, made bigint)");
            statement.execute("create table " + PINS + " (id varchar, kind varchar, name varchar)");
        }
    }

    /** Grants stay only where the words say so; what else is pinned to a relation goes with it. */
    synchronized void made(
            String id, boolean isTransient, boolean secure, String clusteredBy, boolean keepsGrants, String words)
            throws SQLException {
        run("delete from " + TABLE + " where id = ?", id);
        run(
                "delete from " + PINS + " where id = ?"
                        + (keepsGrants ? " and not (kind like 'grant%' or kind = 'option')" : ""),
                id);
        run(
                "insert into " + TABLE + " values (?, ?, ?, ?, ?, nextval('" + MOMENTS + "'))",
                id,
                isTransient,
                secure,
                clusteredBy,
                words);
    }

    /**
     * Once is enough.
     *
     * @param kind grant, where the grantee is a role; else with the grantee's kind: grant to share
     * @param right a privilege of one word, then its grantee
     */
    synchronized void grant(String id, String kind, String right, boolean grantable) throws SQLException {
        revoke(id, kind, right);
        pin(id, kind, right);
        if (grantable) {
            pin(id, "option", right);
        }
    }

    synchronized void revoke(String id, String kind, String right) throws SQLException {
        run("delete from " + PINS + " where id = ? and kind in (?, 'option') and name = ?", id, kind, right);
    }

    /** @param kind grant, owner, stream, policy and others */
    synchronized void pin(String id, String kind, String name) throws SQLException {
        run("insert into " + PINS + " values (?, ?, ?)", id, kind, name);
    }

    /** @throws Refusal when another role has the table */
    synchronized void requireOwn(String id) throws SQLException {
        String others =
                ask("select count(*) from " + PINS + " where kind = 'owner' and id = '" + id.replace("'", "''") + "'");
        if (!others.equals("0")) {
            throw new Refusal(
                    "003001", "42501", "SQL access control error:\nInsufficient privileges to operate on table.");
        }
    }

    synchronized void unpin(String id, String kind) throws SQLException {
        run("delete from " + PINS + " where id = ? and kind = ?", id, kind);
    }

    synchronized void exchanged(String id, String other) throws SQLException {
        for (String table : new String[] {TABLE, PINS}) {
            run("update " + table + EXCHANGE, id, other, other, id, id, other);
        }
    }

    /** A schema's name is enough for all that it holds. */
    synchronized void dropped(String id) throws SQLException {
        for (String table : new String[] {TABLE, PINS}) {
            run("delete from " + table + " where id = ? or starts_with(id, ?)", id, id + ".");
        }
    }

    /** All of one kind on a relation. */
    synchronized List<String> names(String id, String kind) throws SQLException {
        var names = new ArrayList<String>();
        try (PreparedStatement asked =
                connection.prepareStatement("select name from " + PINS + " where id = ? and kind = ? order by name")) {
            asked.setString(1, id);
            asked.setString(2, kind);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** For tests: as many streams of another database on one table, and no others. */
    synchronized void streams(String id, int count) throws SQLException {
        unpin(id, "stream");
        run("insert into " + PINS + " select ?, 'stream', 'OTHER.PUBLIC.S' || i from range(?) as r(i)", id, count);
    }

    /** For tests: one value in words. */
    synchronized String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
