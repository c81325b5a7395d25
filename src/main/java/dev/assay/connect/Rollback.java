package dev.assay.connect;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;

/** Ends a transaction in which a statement was refused. */
public final class Rollback {

    private Rollback() {}

    /** A warehouse may have ended the transaction by itself, and then refuses the rollback. */
    public static void after(Session session, RuntimeException refusal) {
        try {
            session.rollback();
        } catch (WarehouseError second) {
            refusal.addSuppressed(second);
        }
    }
}
