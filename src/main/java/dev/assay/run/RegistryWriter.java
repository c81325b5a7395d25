package dev.assay.run;

import dev.assay.connect.TransientRetries;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Notes in the registry how far candidates are: in portions, because a statement a node costs more than it is worth, and
 * beside the thread that hands out work, which a far warehouse would hold up. A crash forgets the last portion, and with it
 * that those candidates were complete: they are built again.
 */
final class RegistryWriter implements AutoCloseable {

    private static final int PORTION = 64;
    private static final long NANOS_BETWEEN = 500_000_000L;

    private final Registry registry;
    private final Session session;
    private final TransientRetries retries;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(RegistryWriter::thread);
    private Map<ResourceId, RegistryUpdate> open = new LinkedHashMap<>();
    /** The last portion; there is nothing to wait for before the first, and no thread. */
    private Future<?> writing = CompletableFuture.allOf();

    private long lastWritten = System.nanoTime();

    /** @param session nobody else uses it between a note and the next {@link #write()} */
    RegistryWriter(Registry registry, Session session, TransientRetries retries) {
        this.registry = registry;
        this.session = session;
        this.retries = retries;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "assay-ledger");
        thread.setDaemon(true);
        return thread;
    }

    /** The last mark of a node is the one that is written. */
    void note(RegistryUpdate mark) {
        open.put(mark.node(), mark);
        boolean due = open.size() >= PORTION || System.nanoTime() - lastWritten > NANOS_BETWEEN;
        if (due && writing.isDone()) {
            begin();
        }
    }

    /** All of it stands in the registry afterwards, and the session is free. */
    void write() {
        begin();
        await();
    }

    private void begin() {
        await();
        List<RegistryUpdate> portion = List.copyOf(open.values());
        open = new LinkedHashMap<>();
        lastWritten = System.nanoTime();
        if (!portion.isEmpty()) {
            writing = writer.submit(() -> retries.trying(() -> registry.mark(session, portion)));
        }
    }

    private void await() {
        try {
            writing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refusal
                    ? refusal
                    : new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}
