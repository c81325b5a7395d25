package dev.assay.publish;

import dev.assay.environment.Registry;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.Optional;

/**
 * The time for which a run has had its environment without a break. A run whose connections were lost may go on only if no
 * other run has entered since: candidates of the same names would be those of the other run.
 *
 * @param epoch of this run
 */
public record Tenure(Registry registry, String environment, long epoch) {

    /** In a transaction, the answer stays true until its end where the warehouse locks rows. */
    boolean isOver(Session session) {
        return registry.epoch(session) != epoch;
    }

    /** Why a cut of the run may not go on. */
    public Optional<String> broken(Session session) {
        return isOver(session)
                ? Optional.of("another run has taken the environment `" + environment + "` since this one began")
                : Optional.empty();
    }

    /** @throws WarehouseError of kind LOCKED if another run has entered since */
    public void require(Session session) {
        if (isOver(session)) {
            throw WarehouseError.of(
                    WarehouseError.Kind.LOCKED,
                    "another run built in `" + environment + "` after this one had lost its connections"
                            + "\nits candidates have taken the place of those of this run");
        }
    }
}
