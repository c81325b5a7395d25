package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import java.util.concurrent.atomic.LongAdder;

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
    private final Map<String, Long> took = new ConcurrentHashMap<>();
    private final LongAdder nanosAtWork = new LongAdder();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    Queries(Door door, Data data, Faults faults, ExecutorService threads, String address) {
        this.door = door;
        this.data = data;
        this.faults = faults;
        this.threads = threads;
        this.address = address;
    }

    /** How long a request was under way in here, the way there and back included. */
    Duration took(String request) {
        return Duration.ofNanos(took.getOrDefault(request, 0L));
    }

    /** How long the engine behind us was at work, all sessions together. */
    Duration atWork() {
        return Duration.ofNanos(nanosAtWork.sum());
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
        boolean isLost = faults.loses(request.parameters().get("requestId"), request.text("sqlText"));
        String id = byRequest.computeIfAbsent(request.parameters().get("requestId"), any -> begin(session, request));
        if (faults.isDropped() || isLost) {
            await(id, TimeUnit.SECONDS.toMillis(10));
            return Answer.status(0);
        }
        return await(id, faults.inProgressMillis());
    }

    private String begin(ServerSession session, Request request) {
        String id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Answer>();
        byId.put(id, answer);
        forgetOld(request.parameters().get("requestId"), id);
        Script.of(request.text("sqlText"), Map.of("MULTI_STATEMENT_COUNT", 0)).parts().stream()
                .map(part -> new Received(
                        part.sql(), request.part("parameters"), session.warehouse(), id, System.nanoTime()))
                .forEach(received::add);
        // It may have been cancelled before it has come.
        Running work = running.computeIfAbsent(request.parameters().get("requestId"), any -> new Running());
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        threads.execute(() -> {
            try {
                long began = System.nanoTime();
                Answer told = run(session, request, id, work);
                took.put(id, System.nanoTime() - began);
                atOnce.decrementAndGet();
                answer.complete(told);
            } catch (RuntimeException | Error mistake) {
                atOnce.decrementAndGet();
                // Nobody shall wait for an answer that does not come.
                answer.complete(Answer.refused(new Refusal("000603", "XX000", "the stand-in: " + mistake), id));
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
        try {
            TimeUnit.MILLISECONDS.sleep(faults.delayMillis());
            Script script = Script.of(request.text("sqlText"), request.part("parameters"));
            return script.parts().size() > 1
                    ? runAll(session, request, id, work, script)
                    : Answer.good(runOne(session, request, id, work, request.text("sqlText")));
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

    private Map<String, Object> runOne(ServerSession session, Request request, String id, Running work, String sql)
            throws SQLException {
        if (faults.breaks(sql)) {
            door.end(session, faults.endsAll());
            throw Refusal.sessionGone();
        }
        if (faults.refuses(sql)) {
            throw new Refusal("003001", "42501", "SQL access control error:\nInsufficient privileges to operate.");
        }
        synchronized (session) {
            if (!door.knows(session)) {
                throw Refusal.sessionGone();
            }
            long began = System.nanoTime();
            Table table = new Engine(session, data, work).run(sql, request.part("bindings"));
            Map<String, Object> told = new Results(id, session, faults.chunkRows(), address, chunks).of(table);
            nanosAtWork.add(System.nanoTime() - began);
            return told;
        }
    }

    /** Each has a result of its own, to be fetched by its id; those before one that is refused have been done. */
    private Answer runAll(ServerSession session, Request request, String id, Running work, Script script) {
        var ids = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        for (Script.Part part : script.parts()) {
            String child = UUID.randomUUID().toString();
            try {
                Map<String, Object> told = runOne(session, request, child, work, part.sql());
                ids.add(child);
                kinds.add(String.valueOf(told.get("statementTypeId")));
                byId.put(child, CompletableFuture.completedFuture(Answer.good(told)));
                forgetOld(child, child);
            } catch (Refusal refusal) {
                boolean gone = refusal.state().startsWith("08");
                return Answer.refused(gone ? refusal : script.refused(part, refusal), id);
            } catch (SQLException refused) {
                return Answer.refused(script.refused(part, EngineErrors.read(refused, work.text())), id);
            }
        }
        Map<String, Object> told =
                new LinkedHashMap<>(new Results(id, session, faults.chunkRows(), address, chunks).of(Table.several()));
        told.put("resultIds", String.join(",", ids));
        told.put("resultTypes", String.join(",", kinds));
        return Answer.good(told);
    }

    /** A way there and back, too. */
    Answer result(String id) {
        try {
            TimeUnit.MILLISECONDS.sleep(faults.delayMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return await(id, TimeUnit.SECONDS.toMillis(20));
    }

    /** What the driver asks before it goes from one result of a request to the next. */
    Answer state(String id) {
        boolean ended = Optional.ofNullable(byId.get(id))
                .filter(CompletableFuture::isDone)
                .isPresent();
        return Answer.good(Map.of("queries", List.of(Map.of("id", id, "status", ended ? "SUCCESS" : "RUNNING"))));
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
