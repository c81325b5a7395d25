package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A statement that runs long ends when another thread says so, and leaves nothing. */
class CancelTest extends Contract {

    private static final String ENDLESS = "select count(*) as n from (" + numbers(5) + ") a cross join (" + numbers(5)
            + ") b cross join (" + numbers(3) + ") c where (a.n + b.n + c.n) % 7 = 3";

    @Test
    void aQueryEnds() throws InterruptedException {
        assertCancelled(() -> query(ENDLESS));
        assertEquals(1, query("select 1").number());
    }

    @Test
    void aTableThatWasBeingMadeIsNotThere() throws InterruptedException {
        assertCancelled(() -> table("orders", ENDLESS));
        assertFalse(existing().contains(name("orders")));
    }

    @Test
    void whereNothingRunsNothingHappens() {
        session().cancel();
        assertEquals(1, query("select 1").number());
    }

    /** Who cancels does not know whether the statement has just ended by itself. */
    @Test
    void aStatementThatEndsMeanwhileIsNoMistakeOfTheOneWhoCancels() {
        var stop = new AtomicBoolean();
        var cancelling = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                session().cancel();
            }
        });
        try {
            for (int i = 0; i < 300; i++) {
                askOrBeCancelled();
            }
        } finally {
            stop.set(true);
        }
        cancelling.join();
        assertEquals(1, query("select 1").number());
    }

    private void askOrBeCancelled() {
        try {
            assertEquals(1, query("select 1").number());
        } catch (WarehouseError refusal) {
            assertEquals(Kind.CANCELLED, refusal.kind(), refusal::words);
        }
    }

    private void assertCancelled(Executable deed) throws InterruptedException {
        var running = CompletableFuture.supplyAsync(() -> refused(deed));
        while (!running.isDone()) {
            Thread.sleep(30);
            session().cancel();
        }
        assertEquals(Kind.CANCELLED, running.join().kind(), () -> running.join().words());
    }
}
