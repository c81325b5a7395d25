package dev.assay.run;

import dev.assay.result.Publication;
import dev.assay.warehouse.Session;
import java.util.Optional;

/** Checks that what a cut is about to publish is still this run's. */
interface Fence {

    /** Checks nothing. */
    Fence OPEN = (session, publication) -> Optional.empty();

    /**
     * Is called in the transaction that publishes, before its first statement.
     *
     * @return the reason why nothing may be published
     */
    Optional<String> broken(Session session, Publication publication);
}
