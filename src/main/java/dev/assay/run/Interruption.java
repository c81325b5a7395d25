package dev.assay.run;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A wish to stop, from Ctrl-C or from {@code --fail-fast}. May be requested from any thread, once is enough. */
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

    /** Runs at the request, on the thread that makes it; at once when it was made already. */
    void onRequest(Runnable listener) {
        listeners.add(listener);
        if (isRequested()) {
            listener.run();
        }
    }
}
