package dev.assay.template;

import dev.assay.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Interrupts renderings that take too long: a template that loops without end stops in no other way. What does not heed the
 * interruption, such as a regular expression that backtracks, ends the watchdog's thread with {@link StuckRendering}. Its one
 * thread lives only while there is something to watch, and a little longer.
 */
final class Watchdog {

    private static final long NAP_MILLISECONDS = 20;
    private static final int IDLE_NAPS = 50;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean awake = new AtomicBoolean();

    /** One rendering under watch. */
    static final class Watch {
        private final Thread thread = Thread.currentThread();
        private final Supplier<Optional<Position>> look;
        private final Function<Optional<Position>, Diagnostic> stuck;
        private final long grace;
        private long end;
        private long pausedAt;
        private boolean paused;
        private boolean over;
        private boolean barked;
        private Optional<Position> seen = Optional.empty();

        private Watch(
                RenderLimits limits,
                Supplier<Optional<Position>> look,
                Function<Optional<Position>, Diagnostic> stuck) {
            this.end = System.nanoTime() + limits.time().toNanos();
            this.grace = limits.grace().toNanos();
            this.look = look;
            this.stuck = stuck;
        }

        private synchronized void check() {
            long late = System.nanoTime() - end;
            if (over || paused || late < 0) {
                return;
            }
            if (!barked) {
                seen = look.get();
                barked = true;
                thread.interrupt();
            } else if (late >= grace) {
                throw new StuckRendering(stuck.apply(seen), thread.getName());
            }
        }

        /** What code of ours does on behalf of the template is not the template's time. */
        synchronized void pause() {
            paused = true;
            pausedAt = System.nanoTime();
        }

        synchronized void resume() {
            paused = false;
            end += System.nanoTime() - pausedAt;
        }

        /** Whether the rendering was interrupted. The interruption ends here. */
        synchronized boolean barked() {
            return barked;
        }

        /** Where the rendering was when it was interrupted. */
        synchronized Optional<Position> seen() {
            return seen;
        }

        private synchronized void end() {
            over = true;
            if (barked) {
                Thread.interrupted();
            }
        }
    }

    /**
     * @param look where the rendering is
     * @param stuck the problem of one that did not heed the interruption, from where it was
     */
    Watch watch(
            RenderLimits limits, Supplier<Optional<Position>> look, Function<Optional<Position>, Diagnostic> stuck) {
        var watch = new Watch(limits, look, stuck);
        watches.add(watch);
        if (awake.compareAndSet(false, true)) {
            var thread = new Thread(this::guard, "template-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
        return watch;
    }

    void end(Watch watch) {
        watches.remove(watch);
        watch.end();
    }

    private void guard() {
        do {
            try {
                watchWhileBusy();
            } finally {
                awake.set(false);
            }
        } while (!watches.isEmpty() && awake.compareAndSet(false, true));
    }

    private void watchWhileBusy() {
        int idle = 0;
        while (idle < IDLE_NAPS) {
            try {
                Thread.sleep(NAP_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            idle = watches.isEmpty() ? idle + 1 : 0;
            watches.forEach(Watch::check);
        }
    }
}
