package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Grants on relations, and their owners. */
record Access(ServerSession session, Traits traits, Roles rights) {

    Table right(Matcher form) throws SQLException {
        session.end("commit");
        String id = session.id(Engine.parts(form.group(4)));
        boolean isRole = form.group(5).equals("ROLE");
        String grantee = isRole ? rights.require(form.group(6)) : plain(form.group(6));
        String kind = isRole ? "grant" : "grant to " + form.group(5).toLowerCase(Locale.ROOT);
        String right = rights.right(form.group(2), form.group(3)) + " " + grantee;
        String there = traits.ask("select " + form.group(3).equals("VIEW") + " = (select count(*) > 0 from"
                + " duckdb_views() where concat_ws('.', database_name, schema_name, view_name) = '"
                + id.replace("'", "''") + "')");
        if (!there.equals("true")) {
            throw new Refusal(
                    "002003",
                    "42S02",
                    "SQL compilation error:\n" + form.group(3) + " '" + id + "' does not exist or not authorized.");
        }
        if (form.group(1).equals("GRANT")) {
            traits.grant(id, kind, right, form.group(7) != null);
        } else {
            traits.revoke(id, kind, right);
        }
        return Table.done(Table.DEFINITION);
    }

    private static String plain(String name) {
        return String.join(
                ".", Engine.parts(name).stream().map(ServerSession::folded).toList());
    }

    /** Only one role owns a table. A role that ours has inherited does not keep us from it. */
    Table own(Matcher form) throws SQLException {
        String role = rights.require(form.group(2));
        traits.unpin(session.id(Engine.parts(form.group(1))), "owner");
        traits.unpin(session.id(Engine.parts(form.group(1))), "inherited owner");
        session.end("commit");
        traits.pin(
                session.id(Engine.parts(form.group(1))), rights.isInherited(role) ? "inherited owner" : "owner", role);
        return Table.done(Table.DEFINITION);
    }

    /** A schema's whole name. */
    String schema(String written) {
        var parts = new ArrayList<>(Engine.parts(written));
        parts.add("\"\"");
        return session.id(parts).replaceFirst("\\.$", "");
    }

    /** Kept with the schema or the database, by the kind of what comes later. */
    Table future(Matcher form) throws SQLException {
        String place = form.group(3).equals("DATABASE") ? ServerSession.folded(form.group(4)) : schema(form.group(4));
        traits.pin(place, "future " + form.group(2), form.group(1) + " " + rights.require(form.group(5)));
        return Table.done(Table.DEFINITION);
    }

    /** Those of the schema count; those of the database only where it has none for this kind. */
    void grantFuture(String id, String kind) throws SQLException {
        String database = id.substring(0, id.indexOf('.'));
        String schema = kind.equals("SCHEMA") ? database : id.substring(0, id.indexOf('.', database.length() + 1));
        List<String> own = traits.names(schema, "future " + kind);
        for (String right : own.isEmpty() ? traits.names(database, "future " + kind) : own) {
            String role = right.substring(right.indexOf(' ') + 1);
            if (right.startsWith("OWNERSHIP ")) {
                traits.pin(id, rights.isInherited(role) ? "inherited owner" : "owner", role);
            } else {
                traits.grant(id, "grant", right, false);
            }
        }
    }

    Table inherit(String role) throws SQLException {
        traits.pin("ACCOUNT", "inherited role", rights.require(role));
        return rights.inherit(role);
    }

    Table ofSchema(String written) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        var owners = new ArrayList<>(traits.names(schema(written), "owner"));
        owners.addAll(traits.names(schema(written), "inherited owner"));
        rows.add(List.of("OWNERSHIP", "ROLE", owners.isEmpty() ? "TRANSFORMER" : owners.getFirst()));
        var rights = new ArrayList<>(traits.names(schema(written), "grant"));
        rights.addAll(traits.names(schema(written), "grant by another"));
        for (String right : rights) {
            int end = right.lastIndexOf(' ');
            rows.add(List.of(right.substring(0, end), "ROLE", right.substring(end + 1)));
        }
        return new Table(
                Table.SELECT,
                Stream.of("privilege", "granted_to", "grantee_name")
                        .map(Table.Column::text)
                        .toList(),
                rows,
                Map.of());
    }

    Table ofFuture() throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        for (String kind : List.of("TABLE", "VIEW", "SCHEMA")) {
            for (String right : traits.names(session.database(), "future " + kind)) {
                int end = right.lastIndexOf(' ');
                rows.add(List.of(right.substring(0, end), kind, right.substring(end + 1)));
            }
        }
        return new Table(
                Table.SELECT,
                Stream.of("privilege", "grant_on", "grantee_name")
                        .map(Table.Column::text)
                        .toList(),
                rows,
                Map.of());
    }

    /** What a role above ours has granted is not ours to revoke, and REVOKE ignores it. */
    Table openSchema(Matcher form) throws SQLException {
        for (String privilege : form.group(1).split(", *", -1)) {
            String kind = form.group(4) == null ? "grant" : "grant by another";
            traits.grant(schema(form.group(2)), kind, privilege + " " + rights.require(form.group(3)), false);
        }
        return Table.done(Table.DEFINITION);
    }

    /** Only the owner may. */
    Table closeSchema(Matcher form) throws SQLException {
        traits.requireOwn(schema(form.group(2)));
        traits.revoke(schema(form.group(2)), "grant", form.group(1) + " " + rights.require(form.group(3)));
        return Table.done(Table.DEFINITION);
    }
}
