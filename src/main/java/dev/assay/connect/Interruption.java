package dev.assay.connect;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The wish to stop, from Ctrl-C or from {@code --fail-fast}. May be requested from any thread, once is enough. */
public final class Interruption {

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void request() {
        if (requested.compareAndSet(false, true)) {
            listeners.forEach(Runnable::run);
        }
    }

    public boolean isRequested() {
        return requested.get();
    }

    /**
     * @param stop ends the work early: runs at the request, on the thread that makes it; at once when it was made already
     */
    public <T> T during(Supplier<T> work, Runnable stop) {
        listeners.add(stop);
        try {
            if (isRequested()) {
                stop.run();
            }
            return work.get();
        } finally {
            listeners.remove(stop);
        }
    }
}
