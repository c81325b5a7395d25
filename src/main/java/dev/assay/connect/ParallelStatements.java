package dev.assay.connect;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Works of which none waits for another, on several sessions at a time: each statement of a definition costs a way to the
 * warehouse and back. Few works are not worth the sessions.
 */
public record ParallelStatements(Warehouse warehouse, Session own, int threads) {

    private static final int WORTH_A_SESSION = 8;
    private static final long LOOK_EVERY_MILLIS = 100;

    /** What is under way when one is refused goes on to its end; what has not begun by then never does. */
    public void run(List<Consumer<Session>> works) {
        int sessions = Math.min(threads, works.size() / WORTH_A_SESSION);
        if (sessions < 2) {
            works.forEach(work -> work.accept(own));
            return;
        }
        try (var workers = new Workers<Optional<RuntimeException>>(warehouse, sessions)) {
            run(works, workers);
        }
    }

    private static void run(List<Consumer<Session>> works, Workers<Optional<RuntimeException>> workers) {
        var waiting = new ArrayDeque<>(works);
        Optional<RuntimeException> refusal = Optional.empty();
        int busy = 0;
        while (busy > 0 || (refusal.isEmpty() && !waiting.isEmpty())) {
            while (busy < workers.count() && refusal.isEmpty() && !waiting.isEmpty()) {
                Consumer<Session> work = waiting.pop();
                workers.give((session, number) -> attempt(work, session));
                busy++;
            }
            Optional<Optional<RuntimeException>> ended = workers.take(LOOK_EVERY_MILLIS);
            if (ended.isPresent()) {
                busy--;
                refusal = refusal.or(ended::get);
            }
        }
        refusal.ifPresent(first -> {
            throw first;
        });
    }

    private static Optional<RuntimeException> attempt(Consumer<Session> work, Session session) {
        try {
            work.accept(session);
            return Optional.empty();
        } catch (RuntimeException refused) {
            return Optional.of(refused);
        }
    }
}
