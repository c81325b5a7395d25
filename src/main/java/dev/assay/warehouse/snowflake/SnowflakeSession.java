package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.SessionAround;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wishes;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A session that computes where the node at work wants it to, and says in Snowflake's history whose work it is. It goes back
 * to its own warehouse with the next node that asks for none, however the one before it has ended.
 */
final class SnowflakeSession implements SessionAround {

    private final JdbcSession inner;
    private final StatementParameter parameter;
    private final Optional<EnvironmentLease> lease;
    private final Supplier<Session> anew;
    private final Wording wording;
    private final String usualTag;
    private Optional<String> home;
    private Optional<String> current;
    private String tag;
    private String subject = "";

    /**
     * @param parameter what goes with one statement only
     * @param lease of the environment that a run has entered with this session
     * @param anew opens another session
     * @param usualTag of the profile
     * @param home the profile's warehouse; empty where it is the user's own
     */
    SnowflakeSession(
            JdbcSession inner,
            StatementParameter parameter,
            Optional<EnvironmentLease> lease,
            Supplier<Session> anew,
            Wording wording,
            String usualTag,
            Optional<String> home) {
        this.inner = inner;
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
    public Session inner() {
        return inner;
    }

    @Override
    public void about(String newSubject) {
        subject = newSubject;
        inner.about((tag + " " + subject).strip());
    }

    @Override
    public void serve(Wishes wishes) {
        tag = wishes.text("query_tag").orElse(usualTag);
        about(subject);
        wishes.text("snowflake_warehouse")
                .map(SnowflakeDialect::folded)
                .or(() -> home)
                .filter(wanted -> !Optional.of(wanted).equals(current))
                .ifPresent(wanted -> computeOn(wanted, wishes.placeOf("snowflake_warehouse")));
    }

    private void computeOn(String wanted, Optional<Span> place) {
        if (home.isEmpty()) {
            home = usersOwn();
        }
        try {
            execute(wording.statement(
                    "use the warehouse " + wanted, "use_warehouse", Map.of("name", new Identifier(wanted))));
            current = Optional.of(wanted);
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED || place.isEmpty()) {
                throw refusal;
            }
            throw new ProblemsFound(Diagnostic.error(
                            Code.SQL_REFUSED, place.get(), "Snowflake does not let us compute on `" + wanted + "`")
                    .note("Snowflake says: " + refusal.words()));
        }
    }

    private Optional<String> usersOwn() {
        return Optional.ofNullable(
                        query(wording.statement("see where the user computes", "current_warehouse", Map.of()))
                                .value(0, 0))
                .map(Object::toString);
    }

    @Override
    public void executeAll(List<Statement> statements) {
        Batch.of(statements).forEach(batch -> batch.send(inner, parameter));
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
            inner.rollback();
            held.giveBack(inner);
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
        inner.close();
    }
}
