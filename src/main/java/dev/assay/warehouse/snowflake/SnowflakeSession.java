package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A session that computes where the node at work wants it to, and says in Snowflake's history whose work it is. It goes back
 * to its own warehouse with the next node that asks for none, however the one before it has ended.
 *
 * <p>If the session ends between two transactions, the next statement opens another one; inside of a transaction everything is
 * refused until that is rolled back. A new session needs no new lease: the lease is a row, and cuts ask whether it is still ours.
 */
final class SnowflakeSession implements Session {

    private final Supplier<JdbcSession> login;
    private final StatementParameter parameter;
    private final Optional<EnvironmentLease> lease;
    private final Supplier<Session> anew;
    private final Wording wording;
    private final String usualTag;
    private Optional<String> home;
    private Optional<String> current;
    private String tag;
    private String subject = "";
    private volatile JdbcSession open;
    private boolean inTransaction;
    private boolean lost;

    /**
     * @param login opens a session of the driver
     * @param parameter what goes with one statement only
     * @param lease of the environment that a run has entered with this session
     * @param anew opens another session
     * @param usualTag of the profile
     * @param home the profile's warehouse; empty where it is the user's own
     */
    SnowflakeSession(
            Supplier<JdbcSession> login,
            StatementParameter parameter,
            Optional<EnvironmentLease> lease,
            Supplier<Session> anew,
            Wording wording,
            String usualTag,
            Optional<String> home) {
        this.login = login;
        this.open = login.get();
        this.parameter = parameter;
        this.lease = lease;
        this.anew = anew;
        this.wording = wording;
        this.usualTag = usualTag;
        this.tag = usualTag;
        this.home = home.map(SnowflakeDialect::folded);
        this.current = this.home;
    }

    @Override
    public Rows query(Statement statement) {
        return attempt(session -> session.query(statement));
    }

    @Override
    public long execute(Statement statement) {
        return attempt(session -> statement
                .data()
                .map(data -> StagedRows.bring(statement, data, session::execute))
                .orElseGet(() -> session.execute(statement)));
    }

    @Override
    public void executeAll(List<Statement> statements) {
        Batch.of(statements)
                .forEach(batch -> attempt(session -> {
                    batch.send(session, parameter);
                    return true;
                }));
    }

    private <T> T attempt(Function<JdbcSession, T> work) {
        if (lost && !inTransaction) {
            replace();
        }
        try {
            return work.apply(open);
        } catch (WarehouseError refusal) {
            lost |= SnowflakeErrors.endsSession(refusal);
            throw refusal;
        }
    }

    private void replace() {
        JdbcSession ended = open;
        open = login.get();
        lost = false;
        about(subject);
        Optional<String> wanted = current;
        current = home;
        wanted.filter(name -> !current.equals(Optional.of(name))).ifPresent(this::use);
        closeEnded(ended);
    }

    // The driver lets go of its own resources even if the service does not know the session any more.
    private static void closeEnded(JdbcSession ended) {
        try {
            ended.close();
        } catch (WarehouseError gone) {
            return;
        }
    }

    @Override
    public void begin() {
        attempt(session -> {
            session.begin();
            inTransaction = true;
            return true;
        });
    }

    @Override
    public void commit() {
        attempt(session -> {
            session.commit();
            inTransaction = false;
            return true;
        });
    }

    /** The end of a session has rolled back what it had not committed. */
    @Override
    public void rollback() {
        inTransaction = false;
        if (!lost) {
            attempt(session -> {
                session.rollback();
                return true;
            });
        }
    }

    @Override
    public void cancel() {
        open.cancel();
    }

    @Override
    public void about(String newSubject) {
        subject = newSubject;
        open.about((tag + " " + subject).strip());
    }

    @Override
    public void serve(NodeSettings nodeSettings) {
        tag = nodeSettings.text("query_tag").orElse(usualTag);
        about(subject);
        nodeSettings
                .text("snowflake_warehouse")
                .map(SnowflakeDialect::folded)
                .or(() -> home)
                .filter(wanted -> !Optional.of(wanted).equals(current))
                .ifPresent(wanted -> computeOn(wanted, nodeSettings.placeOf("snowflake_warehouse")));
    }

    private void computeOn(String wanted, Optional<Span> place) {
        if (home.isEmpty()) {
            home = usersOwn();
        }
        try {
            use(wanted);
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED || place.isEmpty()) {
                throw refusal;
            }
            throw new ProblemsFound(Diagnostic.error(
                            Code.SQL_REFUSED, place.get(), "Snowflake does not let us compute on `" + wanted + "`")
                    .note("Snowflake says: " + refusal.words()));
        }
    }

    private void use(String name) {
        execute(wording.statement("use the warehouse " + name, "use_warehouse", Map.of("name", new Identifier(name))));
        current = Optional.of(name);
    }

    private Optional<String> usersOwn() {
        return Optional.ofNullable(
                        query(wording.statement("see where the user computes", "current_warehouse", Map.of()))
                                .value(0, 0))
                .map(Object::toString);
    }

    /** The environment is given back first. */
    @Override
    public void close() {
        try {
            lease.ifPresent(this::giveBack);
        } finally {
            leave();
        }
    }

    /** Where this session has been ended, another one does it: else the next run would wait for a run that is over. */
    private void giveBack(EnvironmentLease held) {
        try {
            open.rollback();
            held.giveBack(open);
        } catch (WarehouseError gone) {
            try (Session another = anew.get()) {
                held.giveBack(another);
            } catch (WarehouseError unreachable) {
                // Then it is over in some minutes.
                return;
            }
        }
    }

    /** Without a word about the environment. */
    void leave() {
        if (lost) {
            closeEnded(open);
        } else {
            open.close();
        }
    }
}
