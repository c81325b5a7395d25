package dev.assay.warehouse.facet;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;
import java.util.List;

/** Statements that free the space of what was dropped. */
@FunctionalInterface
public interface SpaceRecovery extends Facet {

    /** Run outside of a transaction, after drops. If one is refused, nothing is lost. */
    List<Statement> statements();

    /** Elsewhere the warehouse does it by itself. */
    static SpaceRecovery of(Warehouse warehouse) {
        return warehouse.facet(SpaceRecovery.class).orElse(List::of);
    }
}
