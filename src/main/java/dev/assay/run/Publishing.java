package dev.assay.run;

import dev.assay.result.Publication;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Optional;

/** Makes candidates visible, in the way that the warehouse allows. */
interface Publishing {

    static Publishing of(RunSetup setup, Escort escort) {
        return setup.warehouse().capabilities().contains(Capability.TRANSACTIONAL_DEFINITIONS)
                ? new Publisher(setup.warehouse().wording(), setup.registry(), escort)
                : new StepwisePublisher(
                        setup.warehouse(),
                        setup.registry(),
                        setup.schemas(),
                        setup.settings().threads());
    }

    /**
     * @param parts in the order of the plan
     * @param goesOn whether the run goes on after this cut: then the candidates' names have to stay readable
     * @throws CutRefused when nothing was published, because of one node
     * @throws WarehouseError when nothing was published, because of none in particular
     */
    Publication publish(Session session, List<Publisher.Part> parts, Optional<String> group, boolean goesOn);

    /** After a cut: what it has set aside goes. */
    void clearAway(Session session, List<Publisher.Part> parts);
}
