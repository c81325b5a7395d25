package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.publish.Tenure;
import dev.assay.result.Publication;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;

/** Finishes the cut that an earlier run has begun and not ended: until then readers see some of it and not all. */
final class Recovery {

    private final RunSetup setup;
    private final Session session;

    Recovery(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    /** The same run, knowing what is there afterwards. */
    RunSetup finish() {
        if (!setup.known().hasUnfinishedCut()) {
            return setup;
        }
        long epoch = setup.registry()
                .takeOver(session, setup.known().registry(), setup.header().target());
        var tenure = new Tenure(setup.registry(), setup.header().schema(), epoch);
        return PublishMethods.of(setup, new JournalFence(tenure, setup.known()))
                .recover(session)
                .map(this::tell)
                .orElse(setup);
    }

    private RunSetup tell(Publication finished) {
        int relations = finished.nodes().size();
        setup.listener()
                .on(new RunEvent.Said(
                        Diagnostic.Level.WARNING,
                        "an earlier run broke off while it published generation " + finished.generation()
                                + ": finished now, " + relations + (relations == 1 ? " relation" : " relations")));
        Existing existing = setup.warehouse().existing(session, setup.schemas());
        return setup.with(existing, setup.registry().read(session, existing));
    }
}
