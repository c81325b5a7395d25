package dev.assay.run;

import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Cut;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.Collection;
import java.util.List;

/** What a cut does around its own statements, in the same transaction, where a warehouse wants that. */
interface Escort {

    static Escort of(RunSetup setup) {
        return setup.warehouse().capabilities().contains(Capability.VIEWS_HOLD_RELATIONS)
                ? new BoundViews(setup)
                : new Escort() {};
    }

    /** What exists, as far as the cut's statements may rest on it. */
    default Existing seen(Session session, Collection<ResourceId> ids, Existing existing) {
        return existing;
    }

    /** Whether a table takes the difference in, rather than be exchanged. */
    default boolean isInPlace(ResourceId id) {
        return false;
    }

    /** The statements that write rows, where they do not come first of all. */
    default void data(Session session, List<Publisher.Part> parts) {
        Publisher.runAll(session, parts, Cut::data);
    }

    /** Before the first move. */
    default void before(Session session, List<Publisher.Part> parts) {}

    /** After the last definition. */
    default void after(Session session, List<Publisher.Part> parts) {}

    /** What readers need not wait for. */
    default void afterCommit(Session session) {}
}
