package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Statements on their way: begun, asked for again, cancelled, answered in pieces. */
final class Queries {

    private static final int CANCELS = 500;
    private static final int KEPT = 300;

    private final Door door;
    private final Data data;
    private final Faults faults;
    private final ExecutorService threads;
    private final String address;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Answer>> byId = new ConcurrentHashMap<>();
    private final Map<String, String> byRequest = new ConcurrentHashMap<>();
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Map<String, byte[]> chunks = new ConcurrentHashMap<>();
    private final Queue<List<String>> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    Queries(Door door, Data data, Faults faults, ExecutorService threads, String address) {
        this.door = door;
        this.data = data;
        this.faults = faults;
        this.threads = threads;
        this.address = address;
    }

    /** How many statements ran together, at most, since this was asked last. */
    int mostAtOnce() {
        return mostAtOnce.getAndSet(0);
    }

    List<Received> received() {
        return received;
    }

    /** The same request twice is a repetition of one whose answer got lost: it does not run a second time. */
    Answer ask(Request request) {
        if (faults.isUnavailable()) {
            return Answer.status(503);
        }
        ServerSession session = door.session(request);
        if (faults.isExpired()) {
            throw new Refusal("390112", "08001", "Your session has expired. Please login again.");
        }
        String id = byRequest.computeIfAbsent(request.parameters().get("requestId"), any -> begin(session, request));
        if (faults.isDropped()) {
            await(id, TimeUnit.SECONDS.toMillis(10));
            return Answer.status(0);
        }
        return await(id, faults.patienceMillis());
    }

    private String begin(ServerSession session, Request request) {
        String id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Answer>();
        byId.put(id, answer);
        forgetOld(request.parameters().get("requestId"), id);
        received.add(new Received(request.text("sqlText"), request.part("parameters"), session.warehouse()));
        // It may have been cancelled before it has come.
        Running work = running.computeIfAbsent(request.parameters().get("requestId"), any -> new Running());
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        threads.execute(() -> {
            try {
                answer.complete(run(session, request, id, work));
            } catch (RuntimeException | Error mistake) {
                // Nobody shall wait for an answer that does not come.
                answer.complete(Answer.refused(new Refusal("000603", "XX000", "the stand-in: " + mistake), id));
            } finally {
                atOnce.decrementAndGet();
            }
        });
        return id;
    }

    /** A server that lasts for all tests of a process would keep every answer otherwise. */
    private void forgetOld(String request, String id) {
        order.add(List.of(request, id));
        Optional<List<String>> oldest = order.size() > KEPT ? Optional.ofNullable(order.poll()) : Optional.empty();
        oldest.ifPresent(old -> {
            byRequest.remove(old.get(0));
            byId.remove(old.get(1));
            String pieces = "/chunk/" + old.get(1) + "/";
            chunks.keySet().removeIf(path -> path.startsWith(pieces));
        });
    }

    private Answer run(ServerSession session, Request request, String id, Running work) {
        String sql = request.text("sqlText");
        try {
            TimeUnit.MILLISECONDS.sleep(faults.delayMillis());
            if (faults.breaks(sql)) {
                door.end(session);
                throw Refusal.sessionGone();
            }
            if (faults.refuses(sql)) {
                throw new Refusal("003001", "42501", "SQL access control error:\nInsufficient privileges to operate.");
            }
            synchronized (session) {
                var engine = new Engine(session, data, work);
                Table table = engine.run(sql, request.part("bindings"));
                return Answer.good(new Results(id, session, faults.chunkRows(), address, chunks).of(table));
            }
        } catch (Refusal refusal) {
            return Answer.refused(refusal, id);
        } catch (SQLException refused) {
            return Answer.refused(EngineErrors.read(refused, work.text()), id);
        } catch (InterruptedException stopped) {
            return Answer.refused(new Refusal("000604", "57014", "SQL execution canceled"), id);
        } finally {
            running.remove(request.parameters().get("requestId"));
        }
    }

    Answer result(String id) {
        return await(id, TimeUnit.SECONDS.toMillis(20));
    }

    private Answer await(String id, long millis) {
        CompletableFuture<Answer> answer = Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new Refusal("000709", "02000", "Statement " + id + " not found"));
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return Answer.inProgress(id);
        } catch (InterruptedException | java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The driver asks once; the engine heeds it only while it is at work, so it is told until it has ended. */
    Answer abort(Request request) {
        String asked = request.text("requestId");
        threads.execute(() -> {
            Running work = running.computeIfAbsent(asked, any -> new Running());
            // One that had ended before it was cancelled never comes again.
            for (int i = 0; i < CANCELS && running.get(asked) == work; i++) {
                work.cancel();
                pause();
            }
            running.remove(asked, work);
        });
        return Answer.good(Map.of());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    Answer chunk(String path) {
        byte[] piece = chunks.get(path);
        return piece == null ? Answer.status(404) : Answer.compressed(piece);
    }
}
