package dev.assay.environment;

import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One run at a time creates or changes the registry, in one transaction. On Postgres, two runs that create one schema at a
 * time would fail. Where the warehouse has no such lock, every step can be repeated, and the version is written last.
 */
record RegistryLock(Wording wording) {

    private static final String LOCK = "lock_registry";

    boolean exists() {
        return wording.knows(LOCK);
    }

    <T> T during(Session session, Supplier<T> work) {
        if (!exists()) {
            return work.get();
        }
        session.begin();
        try {
            session.query(wording.statement("wait for other runs that change the registry", LOCK, Map.of()));
            T done = work.get();
            session.commit();
            return done;
        } catch (RuntimeException refusal) {
            try {
                session.rollback();
            } catch (WarehouseError nothing) {
                refusal.addSuppressed(nothing);
            }
            throw refusal;
        }
    }
}
