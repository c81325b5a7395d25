package dev.assay.warehouse.postgres;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.StandardDialect;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.WordingFiles;
import dev.assay.warehouse.facet.NameLimits;
import dev.assay.warehouse.facet.PublishWays;
import dev.assay.warehouse.facet.RelationDrops;
import dev.assay.warehouse.facet.TableStatistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A PostgreSQL database. */
public final class PostgresWarehouse implements Warehouse {

    // Each dropped relation is a lock until the end of the statement, and a server has room for some thousands.
    private static final int DROPS_A_STATEMENT = 500;

    private final PostgresOutput output;
    private final PostgresConnector connector;
    private final Dialect dialect = new StandardDialect("postgres");
    private final Wording wording = new WordingFiles("postgres", dialect);
    private volatile Optional<EnvironmentLock> entered = Optional.empty();

    PostgresWarehouse(PostgresOutput output) {
        this.output = output;
        this.connector = new PostgresConnector(output);
    }

    @Override
    public String type() {
        return "postgres";
    }

    @Override
    public String label() {
        return "Postgres";
    }

    @Override
    public String address() {
        return output.address();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.VIEWS,
                Capability.TRANSACTIONAL_DEFINITIONS,
                Capability.MANY_PROCESSES,
                Capability.COMMENTS,
                Capability.GRANTS,
                Capability.INDEXES,
                Capability.CONSTRAINTS,
                Capability.MATERIALIZED_VIEWS,
                Capability.CANCEL,
                Capability.MATERIALIZED_EXPRESSIONS,
                Capability.VIEWS_HOLD_RELATIONS);
    }

    @Override
    public List<Facet> facets() {
        return List.of(
                new PublishWays(Set.of("swap", "difference")),
                new NameLimits(PostgresNames.LONGEST, PostgresNames.LONGEST - 1),
                output.readers(),
                (TableStatistics) this::analyze,
                (RelationDrops) this::drops);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    @Override
    public List<Diagnostic> unmet(NodeSettings nodeSettings) {
        return nodeSettings.text("database").stream()
                .filter(wanted -> !wanted.equals(output.database()))
                .map(wanted -> elsewhere(wanted, nodeSettings))
                .toList();
    }

    private Diagnostic elsewhere(String wanted, NodeSettings nodeSettings) {
        Diagnostic problem = Diagnostic.error(
                        Code.NOT_SUPPORTED,
                        "`database: " + wanted + "`: this output builds in the database `" + output.database()
                                + "` only")
                .note("a connection to Postgres sees one database")
                .help("leave `database` out, or build the model with another output, whose `dbname` is `" + wanted
                        + "`");
        return nodeSettings.placeOf("database").map(problem::at).orElse(problem);
    }

    /** If the server closes a worker's first connection while it joins, the next one begins as after any loss. */
    @Override
    public Session open() {
        PostgresSession.Beginning again = (begun, announced) -> {
            begin(begun, announced);
            entered.ifPresent(lock -> lock.joinAgain(begun));
        };
        try {
            return session(
                    (begun, announced) -> {
                        begin(begun, announced);
                        entered.ifPresent(lock -> lock.join(begun));
                    },
                    again);
        } catch (WarehouseError refusal) {
            if (entered.isEmpty() || !PostgresErrors.isLoss(refusal)) {
                throw refusal;
            }
            return session(again, again);
        }
    }

    @Override
    public Session enter(String environment, Consumer<Session> stillOurs) {
        var pooler = new Pooler(connector, wording);
        var lock = new EnvironmentLock(environment, wording, pooler, stillOurs);
        Session session = session(
                (begun, announced) -> {
                    Backend backend = begin(begun, announced);
                    pooler.requireOwnBackend(begun, backend);
                    lock.take(begun, backend);
                },
                (begun, announced) -> lock.takeAgain(begun, begin(begun, announced)));
        entered = Optional.of(lock);
        return session;
    }

    /** Behind a pooler, the process that answers has to be the one that holds the lock. */
    @Override
    public void beat(Session session) {
        entered.ifPresent(lock -> lock.requireOurs(session));
    }

    private Session session(PostgresSession.Beginning beginning, PostgresSession.Beginning again) {
        return new PostgresSession(
                connector,
                beginning,
                again,
                new Remedies(connector, wording, this::begin),
                wording.statement("report written rows", "report_written_rows", Map.of()));
    }

    private Backend begin(Session session, long announced) {
        Map<String, Object> values = Map.of(
                "timeout", output.statementTimeout(),
                "search_path", output.searchPath().map(Literal::new));
        var backend = new Backend(
                announced,
                session.query(wording.statement("begin a session", "session", values))
                        .number());
        output.role().ifPresent(role -> takeOn(role, session));
        try {
            session.execute(wording.statement("notice when a client is gone", "notice_gone_client", Map.of()));
        } catch (WarehouseError notHere) {
            // Not every system can: there a killed build goes on until its statement ends.
            return backend;
        }
        return backend;
    }

    private void takeOn(String role, Session session) {
        try {
            session.execute(
                    wording.statement("take on the role " + role, "role", Map.of("role", new Identifier(role))));
        } catch (WarehouseError refusal) {
            throw PostgresConnector.refusal("user `" + output.user() + "` cannot take on the role `" + role
                    + "`: look at `role`\nPostgres says: " + refusal.words());
        }
    }

    @Override
    public Rows read(Session session, Statement select) {
        return new PostgresSelect(wording).run(session, select);
    }

    @Override
    public Existing existing(Session session, Collection<String> schemas) {
        return new PostgresCatalog(session, wording).existing(schemas);
    }

    @Override
    public RelationName candidate(RelationName published) {
        return PostgresNames.candidate(published);
    }

    @Override
    public RelationName retired(RelationName published) {
        return PostgresNames.retired(published);
    }

    @Override
    public boolean isOurs(RelationName name) {
        return PostgresNames.isOurs(name.schema());
    }

    private List<Statement> analyze(RelationName table) {
        return List.of(wording.statement("gather statistics", "analyze", Map.of("relation", table)));
    }

    /** Those that depend on each other go in one statement; nothing of others goes with them. */
    private List<Statement> drops(String purpose, SortedMap<RelationName, Kind> relations) {
        var statements =
                new ArrayList<Statement>(letGo(purpose, relations).stream().toList());
        List<RelationName> views = ofKind(Kind.VIEW, relations);
        List<RelationName> stored = ofKind(Kind.MATERIALIZED_VIEW, relations);
        if (stored.isEmpty()) {
            statements.addAll(dropsOfKind(purpose, Kind.VIEW, views));
        } else {
            // Either kind may read the other, so neither can go first.
            List<Map<String, Object>> both = Stream.concat(views.stream(), stored.stream())
                    .map(PostgresWarehouse::named)
                    .toList();
            statements.add(wording.statement(purpose, "drop_views_in_order", Map.of("named", both)));
        }
        statements.addAll(dropsOfKind(purpose, Kind.TABLE, ofKind(Kind.TABLE, relations)));
        return statements;
    }

    private List<Statement> dropsOfKind(String purpose, Kind kind, List<RelationName> names) {
        return Portions.of(names, DROPS_A_STATEMENT).stream()
                .map(some -> wording.statement(purpose, "drop_many", Map.of("kind", kind.word(), "relations", some)))
                .toList();
    }

    private static List<RelationName> ofKind(Kind kind, SortedMap<RelationName, Kind> relations) {
        return relations.keySet().stream()
                .filter(name -> relations.get(name) == kind)
                .toList();
    }

    private static Map<String, Object> named(RelationName name) {
        return Map.of("schema", new Literal(name.schema()), "name", new Literal(name.name()));
    }

    /** Keys of ours to published tables; those that are set aside have none. */
    private Optional<Statement> letGo(String purpose, SortedMap<RelationName, Kind> relations) {
        List<Map<String, Object>> tables = relations.keySet().stream()
                .filter(name -> relations.get(name) == Kind.TABLE && !isOurs(name))
                .map(PostgresWarehouse::named)
                .toList();
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.statement(purpose, "let_go_of_tables", Map.of("named", tables)));
    }

    @Override
    public void close() {
        entered = Optional.empty();
    }
}
