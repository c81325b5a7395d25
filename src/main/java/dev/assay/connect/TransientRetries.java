package dev.assay.connect;

import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Tries again what failed for a passing reason, with growing pauses. Only for work that may be done twice: a candidate is
 * dropped and built anew, a broken transaction has left nothing.
 */
public final class TransientRetries {

    private static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Interruption interruption;

    public TransientRetries(Interruption interruption) {
        this.interruption = interruption;
    }

    /** The same, for what nobody needs to hear of. */
    public void trying(Runnable work) {
        trying(
                () -> {
                    work.run();
                    return true;
                },
                (attempt, refusal) -> {});
    }

    /**
     * @param told of the attempt that begins and of the refusal before it
     */
    public <T> T trying(Supplier<T> work, BiConsumer<Integer, WarehouseError> told) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (WarehouseError refusal) {
                boolean again = refusal.kind() == WarehouseError.Kind.TRANSIENT
                        && attempt < ATTEMPTS
                        && !interruption.isRequested();
                if (!again) {
                    throw refusal;
                }
                told.accept(attempt + 1, refusal);
                pause(Duration.ofMillis(FIRST_PAUSE_MILLIS << (attempt - 1)));
            }
        }
    }

    public static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
