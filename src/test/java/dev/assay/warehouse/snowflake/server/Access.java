package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;

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
        return String.join(".", Engine.parts(name).stream().map(ServerSession::folded).toList());
    }

    /** Only one role owns a table. A role that ours has inherited does not keep us from it. */
    Table own(Matcher form) throws SQLException {
        String role = rights.require(form.group(2));
        traits.unpin(session.id(Engine.parts(form.group(1))), "owner");
        traits.unpin(session.id(Engine.parts(form.group(1))), "inherited owner");
        session.end("commit");
        traits.pin(session.id(Engine.parts(form.group(1))), rights.isInherited(role) ? "inherited owner" : "owner", role);
        return Table.done(Table.DEFINITION);
    }
}
