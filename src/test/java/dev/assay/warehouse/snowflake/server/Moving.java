package dev.assay.warehouse.snowflake.server;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Relations that take another name, in their schema or in another one of the database. */
record Moving(ServerSession session, Traits traits) {

    private static final String BETWEEN = "SWAPPED_MEANWHILE";
    private static final Pattern HEAD = Pattern.compile("CREATE (TABLE|VIEW) " + Engine.RELATION);

    Table rename(Matcher form) throws SQLException {
        List<String> from = session.whole(Engine.parts(form.group(2)));
        List<String> to = session.whole(Engine.parts(form.group(3)));
        traits.requireOwn(String.join(".", from));
        change(() -> move(form.group(1), from, to));
        traits.exchanged(String.join(".", from), String.join(".", to));
        return Table.done(Table.DEFINITION);
    }

    Table swap(Matcher form) throws SQLException {
        List<String> one = session.whole(Engine.parts(form.group(1)));
        List<String> other = session.whole(Engine.parts(form.group(2)));
        List<String> between = List.of(one.get(0), one.get(1), BETWEEN);
        traits.requireOwn(String.join(".", one));
        traits.requireOwn(String.join(".", other));
        change(() -> {
            move("TABLE", one, between);
            move("TABLE", other, one);
            move("TABLE", between, other);
        });
        traits.exchanged(String.join(".", one), String.join(".", other));
        return Table.done(Table.DEFINITION);
    }

    @FunctionalInterface
    private interface Steps {
        void run() throws SQLException;
    }

    private void change(Steps steps) throws SQLException {
        session.end("commit");
        // The engine behind us has one name for what is between at a time.
        synchronized (traits) {
            session.run("begin transaction");
            try {
                steps.run();
                session.run("commit");
            } catch (SQLException refused) {
                session.run("rollback");
                throw refused;
            }
        }
    }

    private void move(String kind, List<String> from, List<String> to) throws SQLException {
        if (from.get(1).equals(to.get(1))) {
            session.run("alter " + kind + " " + print(from) + " rename to " + quoted(to.get(2)));
        } else {
            make(kind, from, to);
            session.run("drop " + kind + " " + print(from));
        }
    }

    /** The engine keeps a relation in its schema, so it is made again in the other one, with its rows and comments. */
    private void make(String kind, List<String> from, List<String> to) throws SQLException {
        boolean isTable = kind.equals("TABLE");
        String catalog = isTable ? "duckdb_tables() where table_name" : "duckdb_views() where view_name";
        List<String> made = texts("select sql from " + catalog, from);
        if (made.isEmpty()) {
            throw new Refusal(
                    "002003",
                    "42S02",
                    "SQL compilation error:\n" + kind + " '" + String.join(".", from)
                            + "' does not exist or not authorized.");
        }
        session.run(HEAD.matcher(made.getFirst()).replaceFirst("CREATE $1 " + Matcher.quoteReplacement(print(to))));
        if (isTable) {
            session.run("insert into " + print(to) + " select * from " + print(from));
        }
        for (String comment : texts("select comment from " + catalog, from)) {
            session.run("comment on " + kind + " " + print(to) + " is " + literal(comment));
        }
        String commented = "duckdb_columns() where comment is not null and table_name";
        List<String> columns = texts("select column_name from " + commented, from);
        List<String> comments = texts("select comment from " + commented, from);
        for (int i = 0; i < columns.size(); i++) {
            session.run("comment on column " + print(to) + "." + quoted(columns.get(i)) + " is "
                    + literal(comments.get(i)));
        }
    }

    private List<String> texts(String question, List<String> relation) throws SQLException {
        try (PreparedStatement asked =
                session.connection().prepareStatement(question + " = ? and schema_name = ? and database_name = ?")) {
            for (int i = 0; i < relation.size(); i++) {
                asked.setString(i + 1, relation.get(relation.size() - 1 - i));
            }
            var texts = new java.util.ArrayList<String>();
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(1) != null) {
                        texts.add(rows.getString(1));
                    }
                }
            }
            return texts;
        }
    }

    private static String print(List<String> relation) {
        return relation.stream().map(Moving::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
