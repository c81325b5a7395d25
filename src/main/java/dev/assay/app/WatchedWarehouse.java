package dev.assay.app;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Limits;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.SessionAround;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wishes;
import dev.assay.warehouse.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * A warehouse whose statements somebody wants to see.
 *
 * @param watcher told of each statement, from any thread
 */
public record WatchedWarehouse(Warehouse inner, Watcher watcher, Clock clock) implements Warehouse {

    /** Sees each statement when it has ended. */
    @FunctionalInterface
    public interface Watcher {
        void sent(Statement statement, Instant at, Duration took, Optional<String> refusal);
    }

    @Override
    public Session open() {
        return new WatchedSession(inner.open());
    }

    @Override
    public Session enter(String environment) {
        return new WatchedSession(inner.enter(environment));
    }

    @Override
    public Session change() {
        return new WatchedSession(inner.change());
    }

    @Override
    public void conclude() {
        inner.conclude();
    }

    private final class WatchedSession implements SessionAround {

        private final Session session;

        WatchedSession(Session session) {
            this.session = session;
        }

        @Override
        public Session inner() {
            return session;
        }

        @Override
        public Rows query(Statement statement) {
            return watched(statement, () -> session.query(statement));
        }

        @Override
        public long execute(Statement statement) {
            return watched(statement, () -> session.execute(statement));
        }

        @Override
        public void executeAll(List<Statement> statements) {
            Instant began = clock.instant();
            try {
                session.executeAll(statements);
                statements.forEach(statement -> tell(statement, began, Optional.empty()));
            } catch (WarehouseError refusal) {
                int done =
                        Math.max(0, refusal.statement().map(statements::indexOf).orElse(0));
                statements.subList(0, done).forEach(statement -> tell(statement, began, Optional.empty()));
                tell(statements.get(done), began, Optional.of(refusal.words()));
                throw refusal;
            }
        }

        private <T> T watched(Statement statement, Supplier<T> work) {
            Instant began = clock.instant();
            try {
                T answer = work.get();
                tell(statement, began, Optional.empty());
                return answer;
            } catch (WarehouseError refusal) {
                tell(statement, began, Optional.of(refusal.words()));
                throw refusal;
            }
        }

        private void tell(Statement statement, Instant began, Optional<String> refusal) {
            watcher.sent(statement, began, Duration.between(began, clock.instant()), refusal);
        }
    }

    @Override
    public String type() {
        return inner.type();
    }

    @Override
    public String label() {
        return inner.label();
    }

    @Override
    public String address() {
        return inner.address();
    }

    @Override
    public Set<Capability> capabilities() {
        return inner.capabilities();
    }

    @Override
    public Dialect dialect() {
        return inner.dialect();
    }

    @Override
    public Wording wording() {
        return inner.wording();
    }

    @Override
    public Wording wording(Wishes wishes) {
        return inner.wording(wishes);
    }

    @Override
    public List<Diagnostic> unmet(Wishes wishes) {
        return inner.unmet(wishes);
    }

    @Override
    public Optional<Duration> pulse() {
        return inner.pulse();
    }

    @Override
    public void beat(Session session) {
        inner.beat(session);
    }

    @Override
    public Existing existing(Session session, Collection<String> schemas) {
        return inner.existing(session, schemas);
    }

    @Override
    public RelationName candidate(RelationName published) {
        return inner.candidate(published);
    }

    @Override
    public RelationName retired(RelationName published) {
        return inner.retired(published);
    }

    @Override
    public List<Statement> built(RelationName table) {
        return inner.built(table);
    }

    @Override
    public List<Statement> drops(String purpose, SortedMap<RelationName, Existing.Kind> relations) {
        return inner.drops(purpose, relations);
    }

    @Override
    public Limits limits() {
        return inner.limits();
    }

    @Override
    public Duration readersPatience() {
        return inner.readersPatience();
    }

    @Override
    public List<Statement> settle() {
        return inner.settle();
    }

    @Override
    public boolean reopens() {
        return inner.reopens();
    }

    @Override
    public void reopen() {
        inner.reopen();
    }

    @Override
    public boolean isOurs(RelationName name) {
        return inner.isOurs(name);
    }

    @Override
    public void close() {
        inner.close();
    }
}
