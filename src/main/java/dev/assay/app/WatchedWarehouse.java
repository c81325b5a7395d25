package dev.assay.app;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.ForwardingSession;
import dev.assay.warehouse.ForwardingWarehouse;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A warehouse whose statements somebody wants to see.
 *
 * @param watcher told of each statement, from any thread
 */
public record WatchedWarehouse(Warehouse inner, Watcher watcher, Clock clock) implements ForwardingWarehouse {

    /** Sees each statement when it has ended. */
    @FunctionalInterface
    public interface Watcher {
        void sent(Statement statement, Instant at, Duration took, Optional<String> refusal);
    }

    @Override
    public Warehouse forReading() {
        return new WatchedWarehouse(inner.forReading(), watcher, clock);
    }

    @Override
    public Session open() {
        return new WatchedSession(inner.open());
    }

    @Override
    public Session enter(String environment, Consumer<Session> stillOurs) {
        return new WatchedSession(inner.enter(environment, stillOurs));
    }

    @Override
    public Session change() {
        return new WatchedSession(inner.change());
    }

    private final class WatchedSession implements ForwardingSession {

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
}
