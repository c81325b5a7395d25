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
    private final Dependents dependents;
    private final Moving moving;
    private final Versions versions;
    private final Set<String> warehouses;
    private final Running work;
    private final int mostCatalogRows;
    private final List<Rule> rules;
    private String written = "";

    Engine(ServerSession session, Data data, Running work) {
        this.session = session;
        this.stage = new Stage(session, data.stages());
        this.traits = data.traits();
        this.versions = data.versions();
        this.rights = new Roles(data.roles(), data.inherited());
        this.access = new Access(session, traits, rights);
        this.dependents = new Dependents(session, traits);
        this.moving = new Moving(session, traits);
        this.mostCatalogRows = data.mostCatalogRows();
        this.warehouses = data.warehouses();
        this.work = work;
        this.rules = List.of(
                rule(
                        "SELECT .*\\bDYNAMIC_TABLE_GRAPH_HISTORY\\b.*",
                        (form, binds) -> query(dependents.inputs(), Map.of())),
                rule("(?:SELECT|WITH)\\b.*", (form, binds) -> query(form.group(), binds)),
                rule("INSERT OVERWRITE INTO (" + RELATION + ")\\s+(.*)", this::overwrite),
                rule("INSERT INTO .*", (form, binds) -> change(Table.INSERT, form.group(), binds)),
                rule("UPDATE .*", (form, binds) -> change(Table.UPDATE, form.group(), binds)),
                rule("DELETE FROM .*", (form, binds) -> change(Table.DELETE, form.group(), binds)),
                rule("MERGE INTO .*", (form, binds) -> merge(form.group(), binds)),
                rule(
                        "CREATE (?:OR REPLACE )?(?:TRANSIENT |SECURE )?(?:TABLE|VIEW) .*",
                        (form, binds) -> make(Makings.read(form.group()), written)),
                rule("(CREATE SCHEMA (?:IF NOT EXISTS )?(" + RELATION + "))", this::makeSchema),
                rule("(DROP (TABLE|VIEW|SCHEMA) (?:IF EXISTS )?(" + RELATION + ")(?: CASCADE)?)", this::drop),
                rule("COMMENT ON (?:TABLE|VIEW|COLUMN) .*", (form, binds) -> define(form.group())),
                rule("CREATE ROLE (" + NAME + ")", (form, binds) -> rights.create(form.group(1))),
                rule(
                        "SHOW ROLES LIMIT (\\d+)(?: FROM '(.*)')?",
                        (form, binds) -> rights.roles(Integer.parseInt(form.group(1)), form.group(2))),
                rule(
                        "GRANT ([\\w ]+) ON FUTURE (TABLE|VIEW|SCHEMA)S IN (SCHEMA|DATABASE) (" + RELATION
                                + ") TO ROLE (" + NAME + ")",
                        (form, binds) -> access.future(form)),
                rule("SHOW FUTURE GRANTS IN DATABASE", (form, binds) -> access.ofFuture()),
                rule("SHOW GRANTS ON SCHEMA (" + RELATION + ")", (form, binds) -> access.ofSchema(form.group(1))),
                rule(
                        "GRANT ([\\w, ]+) ON SCHEMA (" + RELATION + ") TO ROLE (" + NAME + ")( GRANTED BY ANOTHER)?",
                        (form, binds) -> access.openSchema(form)),
                rule(
                        "REVOKE ([\\w ]+) ON SCHEMA (" + RELATION + ") FROM ROLE (" + NAME + ") CASCADE",
                        (form, binds) -> access.closeSchema(form)),
                rule("GRANT ROLE (" + NAME + ") TO ROLE " + NAME, (form, binds) -> access.inherit(form.group(1))),
                rule(
                        "GRANT OWNERSHIP ON TABLE (" + RELATION + ") TO ROLE (" + NAME + ").*",
                        (form, binds) -> access.own(form)),
                rule(
                        "(GRANT|REVOKE) ([\\w ]+) ON (TABLE|VIEW) (" + RELATION + ") (?:TO|FROM) (ROLE|DATABASE"
                                + " ROLE|SHARE) (" + RELATION + ")( WITH GRANT OPTION)?(?: CASCADE)?",
                        (form, binds) -> access.right(form)),
                rule(
                        "CREATE (STREAM|MATERIALIZED VIEW|DYNAMIC TABLE) (" + RELATION
                                + ") (?:ON TABLE|ON VIEW|AS SELECT .* FROM)" + " (" + RELATION + ")",
                        (form, binds) -> dependents.create(form)),
                rule(
                        "SHOW (STREAM|MATERIALIZED VIEW)S IN (ACCOUNT|DATABASE)",
                        (form, binds) -> query(dependents.shown(form), Map.of())),
                rule(
                        "ALTER (?:TABLE|VIEW) (" + RELATION + ") MODIFY COLUMN " + NAME
                                + " (UN)?SET MASKING POLICY ?(.*)",
                        this::mask),
                rule(
                        "ALTER (TABLE|VIEW) (" + RELATION + ") RENAME TO (" + RELATION + ")",
                        (form, binds) -> moving.rename(form)),
                rule(
                        "ALTER TABLE " + RELATION + " (?:ADD COLUMN IF NOT EXISTS " + NAME
                                + " \\w+|DROP COLUMN IF EXISTS " + NAME + ")",
                        (form, binds) -> define(form.group())),
                rule("ALTER TABLE (" + RELATION + ") SWAP WITH (" + RELATION + ")", (form, binds) -> moving.swap(form)),
                rule("ALTER SESSION (?:/\\*.*?\\*/ *)?SET AUTOCOMMIT\\s*=\\s*(\\w+)", this::autocommit),
                rule("ALTER SESSION SET (\\w+) = '(.*)'", (form, binds) -> {
                    session.parameters().put(form.group(1), form.group(2));
                    return Table.done(Table.SESSION);
                }),
                rule(
                        "SHOW COLUMNS IN (SCHEMA|TABLE) (" + RELATION + ")",
                        (form, binds) -> query(columns(form), Map.of())),
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
            Table told = Cells.table(rows, session.mostRows());
            if (text.contains("INFORMATION_SCHEMA.") && told.rows().size() > mostCatalogRows) {
                throw new Refusal(
                        "090030",
                        "22000",
                        "Information schema query returned too much data. Please repeat query with more selective"
                                + " predicates.");
            }
            return told;
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
        if (!makings.copyGrants()) {
            access.grantFuture(id, makings.isTable() ? "TABLE" : "VIEW");
        }
        return done;
    }

    private Table makeSchema(Matcher form, Map<String, Object> binds) throws SQLException {
        String id = access.schema(form.group(2));
        boolean isNew = traits.ask("select count(*) from duckdb_schemas() where concat_ws('.', database_name,"
                        + " schema_name) = '" + id.replace("'", "''") + "'")
                .equals("0");
        Table done = define(form.group(1));
        if (isNew) {
            access.grantFuture(id, "SCHEMA");
        }
        return done;
    }

    private Table drop(Matcher form, Map<String, Object> binds) throws SQLException {
        Table done = define(form.group(1));
        List<String> parts = parts(form.group(3));
        traits.dropped(form.group(2).equals("SCHEMA") ? access.schema(form.group(3)) : session.id(parts));
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

    private Table copy(String text) throws SQLException {
        session.take();
        return stage.copy(text, traits);
    }

    /** Never more than the service shows. */
    private String columns(Matcher form) {
        boolean isSchema = form.group(1).equals("SCHEMA");
        String id = isSchema ? access.schema(form.group(2)) : session.id(parts(form.group(2)));
        String name = isSchema ? "database_name, schema_name" : "database_name, schema_name, table_name";
        return ServerSession.SHOWN_COLUMNS + "concat_ws('.', " + name + ") = '" + id.replace("'", "''")
                + "' limit 10000";
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
        String translated = Shims.of(OutputFormats.of(session).applied(text));
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
