package dev.assay.connect;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.FilePublication;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The right to write that only one process can have at a time: to a whole warehouse where the lease is the lock on its
 * file, to one environment of it elsewhere.
 *
 * @param longestWait how long to wait for another process to be done
 * @param says is told once, in words, that there is a wait and for whom
 */
public record Lease(Duration longestWait, Interruption interruption, Consumer<String> says) {

    /** Waits for nobody. */
    public static final Lease IMPATIENT = new Lease(Duration.ZERO, new Interruption(), words -> {});

    private static final long LOOK_EVERY_MILLIS = 100;

    /** @throws WarehouseError when the other process has not let go in time */
    public Session open(Warehouse warehouse) {
        return waiting(warehouse::open);
    }

    /** The same, for a session that changes something outside of a run. */
    public Session change(Warehouse warehouse) {
        return waiting(warehouse::change);
    }

    /** The same, for a session that no run in the environment may disturb. */
    public Session take(Warehouse warehouse, String environment) {
        return waiting(() -> warehouse.enter(environment, any -> {}));
    }

    /** Shows readers what was changed; waits likewise for a process that is in the way. All sessions are closed. */
    public void conclude(Warehouse warehouse) {
        waiting(() -> {
            FilePublication.of(warehouse).conclude();
            return true;
        });
    }

    /**
     * The same as {@link #open}, for a session of a run that writes in an environment.
     *
     * @param stillOurs throws if another run has had the environment since
     */
    Session enter(Warehouse warehouse, String environment, Consumer<Session> stillOurs) {
        return waiting(() -> warehouse.enter(environment, stillOurs));
    }

    private <T> T waiting(Supplier<T> opening) {
        long end = System.nanoTime() + longestWait.toNanos();
        for (boolean told = false; ; told = true) {
            try {
                return opening.get();
            } catch (WarehouseError refusal) {
                boolean waits = refusal.kind() == WarehouseError.Kind.LOCKED
                        && System.nanoTime() < end
                        && !interruption.isRequested();
                if (!waits) {
                    throw refusal;
                }
                if (!told) {
                    says.accept(refusal.words().lines().findFirst().orElse("") + "; waiting for it up to "
                            + longestWait.toSeconds() + " s");
                }
            }
            TransientRetries.pause(Duration.ofMillis(LOOK_EVERY_MILLIS));
        }
    }
}
