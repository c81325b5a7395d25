package dev.assay.run;

import dev.assay.connect.TransientRetries;
import dev.assay.publish.CutTransaction;
import dev.assay.publish.Fence;
import dev.assay.publish.PublishMethod;
import dev.assay.publish.bound.BoundMethod;
import dev.assay.publish.journal.JournaledMethod;
import dev.assay.publish.transactional.TransactionalMethod;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Capability;
import java.util.Set;

/** Chooses the method that fits a warehouse. */
final class PublishMethods {

    private PublishMethods() {}

    static PublishMethod of(RunSetup setup, Fence fence) {
        Set<Capability> can = setup.warehouse().capabilities();
        var transaction = new CutTransaction(setup.registry(), fence, new TransientRetries(setup.interruption()));
        if (!can.contains(Capability.TRANSACTIONAL_DEFINITIONS)) {
            return new JournaledMethod(setup, transaction);
        }
        return can.contains(Capability.VIEWS_HOLD_RELATIONS)
                ? BoundMethod.of(setup, transaction)
                : new TransactionalMethod(setup, transaction);
    }
}
