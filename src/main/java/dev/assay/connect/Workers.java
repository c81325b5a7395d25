package dev.assay.connect;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.ViewLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * A fixed number of threads, each with a session of its own.
 *
 * @param <T> what a task gives
 */
public final class Workers<T> implements AutoCloseable {

    /** How the names of threads begin that work on nodes. */
    public static final String THREAD = "assay-worker-";

    private final BlockingQueue<Optional<BiFunction<Session, Integer, T>>> tasks = new LinkedBlockingQueue<>();
    private final BlockingQueue<T> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();

    public Workers(Warehouse warehouse, int count) {
        for (int number = 1; number <= count; number++) {
            int worker = number;
            var thread =
                    new Thread(null, () -> work(warehouse, worker), THREAD + number, ViewLimits.stackBytes(warehouse));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    int count() {
        return threads.size();
    }

    public void give(BiFunction<Session, Integer, T> task) {
        tasks.add(Optional.of(task));
    }

    /** The next task that ended; empty when none did in this time. */
    public Optional<T> take(long milliseconds) {
        try {
            Optional<T> result = Optional.ofNullable(done.poll(milliseconds, TimeUnit.MILLISECONDS));
            Throwable failure = broken.poll();
            if (failure != null) {
                throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
            }
            return result;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends the statements that run now; the tasks see a refusal. */
    public void cancel() {
        sessions.forEach(Session::cancel);
    }

    // Each opens its own: a login takes its time where the warehouse is far away.
    private void work(Warehouse warehouse, int number) {
        try {
            Session session = warehouse.open();
            sessions.add(session);
            for (var task = tasks.take(); task.isPresent(); task = tasks.take()) {
                done.add(task.get().apply(session, number));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Throwable mistake) {
            broken.add(mistake);
        }
    }

    @Override
    public void close() {
        threads.forEach(thread -> tasks.add(Optional.empty()));
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        sessions.forEach(Session::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Engines walk nested views recursively: who talks to one may need a deeper stack than the first thread has. */
    public static <R> R onDeepStack(Warehouse warehouse, java.util.function.Supplier<R> work) {
        var task = new java.util.concurrent.FutureTask<R>(work::get);
        var thread = new Thread(null, task, "assay-gate", ViewLimits.stackBytes(warehouse));
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException runtime
                    ? runtime
                    : new IllegalStateException(failed.getCause());
        }
    }
}
