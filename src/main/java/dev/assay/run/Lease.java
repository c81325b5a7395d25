package dev.assay.run;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The right to a warehouse that only one process can have at a time: there the lease is the lock on its file.
 *
 * @param patience how long to wait for another process to be done
 * @param says is told once, in words, that there is a wait and for whom
 */
public record Lease(Duration patience, Interruption interruption, Consumer<String> says) {

    /** Waits for nobody. */
    public static final Lease IMPATIENT = new Lease(Duration.ZERO, new Interruption(), words -> {});

    private static final long LOOK_EVERY_MILLIS = 100;

    /** @throws WarehouseError when the other process has not let go in time */
    public Session open(Warehouse warehouse) {
        long end = System.nanoTime() + patience.toNanos();
        for (boolean told = false; ; told = true) {
            try {
                return warehouse.open();
            } catch (WarehouseError refusal) {
                boolean waits = refusal.kind() == WarehouseError.Kind.LOCKED
                        && System.nanoTime() < end
                        && !interruption.isRequested();
                if (!waits) {
                    throw refusal;
                }
                if (!told) {
                    says.accept(refusal.words() + "; waiting for it up to " + patience.toSeconds() + " s");
                }
            }
            Patience.pause(Duration.ofMillis(LOOK_EVERY_MILLIS));
        }
    }
}
