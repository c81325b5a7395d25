package dev.assay.warehouse.snowflake.server;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a statement in a session. What it has no rule for is refused: nothing passes because nobody looked. */
final class Engine {

    static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|\\w+)";
    static final String RELATION = NAME + "(?:\\." + NAME + "){0,2}";

    private static final String STREAMS =
            "select name as \"name\", id as \"table_name\" from " + Traits.PINS + " where kind = 'stream'";

    @FunctionalInterface
    private interface Deed {
        Table run(Matcher statement, Map<String, Object> binds) throws SQLException;
    }

    private record Rule(Pattern form, Deed deed) {}

    private final ServerSession session;
    private final Stage stage;
    private final Traits traits;
    private final Roles rights;
    private final Access access;
    private final Versions versions;
    private final Set<String> warehouses;
    private final Running work;
    private final List<Rule> rules;
    private String written = "";

    Engine(ServerSession session, Data data, Running work) {
        this.session = session;
        this.stage = new Stage(session, data.stages());
        this.traits = data.traits();
        this.versions = data.versions();
        this.rights = new Roles(data.roles(), data.inherited());
        this.access = new Access(session, traits, rights);
        this.warehouses = data.warehouses();
        this.work = work;
        this.rules = List.of(
                rule("(?:SELECT|WITH)\\b.*", (form, binds) -> query(form.group(), binds)),
                rule("INSERT OVERWRITE INTO (" + RELATION + ")\\s+(.*)", this::overwrite),
                rule("INSERT INTO .*", (form, binds) -> change(Table.INSERT, form.group(), binds)),
                rule("UPDATE .*", (form, binds) -> change(Table.UPDATE, form.group(), binds)),
                rule("DELETE FROM .*", (form, binds) -> change(Table.DELETE, form.group(), binds)),
                rule("MERGE INTO .*", (form, binds) -> merge(form.group(), binds)),
                rule(
                        "CREATE (?:OR REPLACE )?(?:TRANSIENT |SECURE )?(?:TABLE|VIEW) .*",
                        (form, binds) -> make(Makings.read(form.group()), written)),
                rule("(CREATE SCHEMA (?:IF NOT EXISTS )?" + RELATION + ")", (form, binds) -> define(form.group(1))),
                rule("(DROP (TABLE|VIEW|SCHEMA) (?:IF EXISTS )?(" + RELATION + ")(?: CASCADE)?)", this::drop),
                rule("COMMENT ON (?:TABLE|VIEW|COLUMN) .*", (form, binds) -> define(form.group())),
                rule("CREATE ROLE (" + NAME + ")", (form, binds) -> rights.create(form.group(1))),
                rule("SHOW ROLES", (form, binds) -> rights.roles()),
                rule("GRANT ROLE (" + NAME + ") TO ROLE " + NAME, (form, binds) -> rights.inherit(form.group(1))),
                rule("GRANT OWNERSHIP ON TABLE (" + RELATION + ") TO ROLE (" + NAME + ").*", (form, binds) -> access.own(form)),
                rule(
                        "(GRANT|REVOKE) ([\\w ]+) ON (TABLE|VIEW) (" + RELATION + ") (?:TO|FROM) (ROLE|DATABASE"
                                + " ROLE|SHARE) (" + RELATION + ")( WITH GRANT OPTION)?",
                        (form, binds) -> access.right(form)),
                rule(
                        "CREATE STREAM (" + RELATION + ") ON TABLE (" + RELATION + ")",
                        (form, binds) -> pin(form.group(2), "stream", form.group(1))),
                rule(
                        "ALTER (?:TABLE|VIEW) (" + RELATION + ") MODIFY COLUMN " + NAME
                                + " (UN)?SET MASKING POLICY ?(.*)",
                        this::mask),
                rule("SHOW STREAMS IN DATABASE", (form, binds) -> query(STREAMS, Map.of())),
                rule("ALTER (TABLE|VIEW) (" + RELATION + ") RENAME TO (" + RELATION + ")", this::rename),
                rule(
                        "ALTER TABLE " + RELATION + " (?:ADD COLUMN IF NOT EXISTS " + NAME
                                + " \\w+|DROP COLUMN IF EXISTS " + NAME + ")",
                        (form, binds) -> define(form.group())),
                rule("ALTER TABLE (" + RELATION + ") SWAP WITH (" + RELATION + ")", this::swap),
                rule("ALTER SESSION (?:/\\*.*?\\*/ *)?SET AUTOCOMMIT\\s*=\\s*(\\w+)", this::autocommit),
                rule("ALTER SESSION SET (\\w+) = '(.*)'", (form, binds) -> {
                    session.parameters().put(form.group(1), form.group(2));
                    return Table.done(Table.SESSION);
                }),
                rule("USE WAREHOUSE (" + NAME + ")", this::computeOn),
                rule("(BEGIN|COMMIT|ROLLBACK)(?: .*)?", this::transaction),
                rule("PUT .*", (form, binds) -> stage.put(form.group())),
                rule("COPY INTO .*", (form, binds) -> copy(form.group())));
    }

    private static Rule rule(String form, Deed deed) {
        return new Rule(Pattern.compile(form, Pattern.DOTALL), deed);
    }

    Table run(String sql, Map<String, Object> binds) throws SQLException {
        written = sql;
        String folded = versions.over(Folding.of(sql, session), session);
        for (Rule rule : rules) {
            Matcher form = rule.form().matcher(folded);
            if (form.matches()) {
                return rule.deed().run(form, binds);
            }
        }
        throw Refusal.unsupported("the test server has no rule for: " + sql);
    }

    private Table query(String text, Map<String, Object> binds) throws SQLException {
        session.take();
        try (PreparedStatement sent = prepare(text, binds);
                ResultSet rows = sent.executeQuery()) {
            return Cells.table(rows, session.mostRows());
        }
    }

    private Table change(long kind, String text, Map<String, Object> binds) throws SQLException {
        session.take();
        try (PreparedStatement sent = prepare(text, binds)) {
            return Table.touched(kind, sent.executeUpdate());
        }
    }

    private Table merge(String text, Map<String, Object> binds) throws SQLException {
        session.take();
        try (PreparedStatement sent = prepare(DoubledRows.question(text), binds);
                ResultSet doubled = sent.executeQuery()) {
            if (doubled.next()) {
                throw DoubledRows.refusal();
            }
        }
        return change(Table.MERGE, text, binds);
    }

    /** Everything that was there goes, and what is selected comes, in one step. */
    private Table overwrite(Matcher form, Map<String, Object> binds) throws SQLException {
        boolean alone = !session.isInTransaction() && session.autocommit();
        session.begin();
        try {
            change(Table.DELETE, "DELETE FROM " + form.group(1), Map.of());
            Table inserted = change(Table.INSERT, "INSERT INTO " + form.group(1) + " " + form.group(2), binds);
            if (alone) {
                session.end("commit");
            }
            return inserted;
        } catch (SQLException refused) {
            session.end("rollback");
            throw refused;
        }
    }

    /** A definition ends the transaction that is open, and is for good by itself. */
    private Table define(String text) throws SQLException {
        session.end("commit");
        try (PreparedStatement sent = prepare(text, Map.of())) {
            sent.execute();
        }
        return Table.done(Table.DEFINITION);
    }

    private Table make(Makings makings, String words) throws SQLException {
        Table done = define(makings.plain());
        String id = session.id(parts(makings.relation()));
        traits.made(id, makings.isTransient(), makings.secure(), makings.clusteredBy(), makings.copyGrants(), words);
        return done;
    }

    private Table drop(Matcher form, Map<String, Object> binds) throws SQLException {
        Table done = define(form.group(1));
        List<String> parts = parts(form.group(3));
        traits.dropped(
                form.group(2).equals("SCHEMA")
                        ? session.id(List.of(parts.getLast(), "\"\"")).replaceFirst("\\.$", "")
                        : session.id(parts));
        return done;
    }

    private Table pin(String relation, String kind, String name) throws SQLException {
        session.end("commit");
        traits.pin(session.id(parts(relation)), kind, name);
        return Table.done(Table.DEFINITION);
    }

    private Table mask(Matcher form, Map<String, Object> binds) throws SQLException {
        traits.unpin(session.id(parts(form.group(1))), "policy");
        return form.group(2) == null ? pin(form.group(1), "policy", form.group(3)) : Table.done(Table.DEFINITION);
    }

    private Table rename(Matcher form, Map<String, Object> binds) throws SQLException {
        List<String> from = parts(form.group(2));
        List<String> to = parts(form.group(3));
        String schema = to.size() > 1 ? to.get(to.size() - 2) : session.schema();
        if (from.size() > 1 && !ServerSession.folded(schema).equals(ServerSession.folded(from.get(from.size() - 2)))) {
            throw Refusal.unsupported("RENAME to another schema");
        }
        Table done = define("ALTER " + form.group(1) + " " + form.group(2) + " RENAME TO " + to.getLast());
        traits.exchanged(session.id(from), session.id(to));
        return done;
    }

    private Table swap(Matcher form, Map<String, Object> binds) throws SQLException {
        session.end("commit");
        List<String> one = parts(form.group(1));
        List<String> other = parts(form.group(2));
        traits.requireOwn(session.id(one));
        String schema = form.group(1)
                .substring(0, form.group(1).length() - one.getLast().length());
        String between = "\"SWAPPED_MEANWHILE\"";
        // The engine behind us has one name for it at a time.
        synchronized (traits) {
            session.run("begin transaction");
            try {
                session.run("alter table " + form.group(1) + " rename to " + between);
                session.run("alter table " + form.group(2) + " rename to " + one.getLast());
                session.run("alter table " + schema + between + " rename to " + other.getLast());
                session.run("commit");
            } catch (SQLException refused) {
                session.run("rollback");
                throw refused;
            }
            traits.exchanged(session.id(one), session.id(other));
        }
        return Table.done(Table.DEFINITION);
    }

    private Table copy(String text) throws SQLException {
        session.take();
        return stage.copy(text, traits);
    }

    private Table autocommit(Matcher form, Map<String, Object> binds) throws SQLException {
        session.autocommit(form.group(1).equals("TRUE"));
        return Table.done(Table.SESSION);
    }

    private Table computeOn(Matcher form, Map<String, Object> binds) throws SQLException {
        String wanted = ServerSession.folded(form.group(1));
        if (!warehouses.contains(wanted)) {
            throw new Refusal(
                    "002043",
                    "02000",
                    "SQL compilation error:\nObject does not exist, or operation cannot be performed.");
        }
        session.computeOn(wanted);
        return Table.done(Table.USE);
    }

    private Table transaction(Matcher form, Map<String, Object> binds) throws SQLException {
        if (form.group(1).equals("BEGIN")) {
            session.begin();
        } else {
            session.end(form.group(1));
        }
        return Table.done(Table.TRANSACTION);
    }

    private PreparedStatement prepare(String text, Map<String, Object> binds) throws SQLException {
        new InputFormats(session).checkCasts(text);
        String translated = Shims.of(text);
        work.runs(null, translated);
        PreparedStatement sent = session.connection().prepareStatement(translated);
        work.runs(sent, translated);
        Binds.to(sent, binds);
        return sent;
    }

    static List<String> parts(String relation) {
        return Pattern.compile(NAME)
                .matcher(relation)
                .results()
                .map(part -> part.group())
                .toList();
    }
}
