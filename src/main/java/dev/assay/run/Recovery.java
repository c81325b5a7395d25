package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Entry;
import dev.assay.environment.Intent;
import dev.assay.manifest.Relational;
import dev.assay.result.RunEvent;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.List;
import java.util.OptionalLong;

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
        OptionalLong generation = setup.known().waiting().values().stream()
                .filter(entry -> entry.state() == Entry.State.PUBLISHING)
                .flatMapToLong(entry -> entry.generation().stream())
                .max();
        return generation.isEmpty() ? setup : finish(generation.getAsLong());
    }

    private RunSetup finish(long generation) {
        List<Intent> begun = setup.registry().intents(session);
        try {
            Scene scene = Scene.read(setup.warehouse(), session, setup.schemas());
            var sideBySide =
                    new SideBySide(setup.warehouse(), session, setup.settings().threads());
            new Steps(setup.warehouse(), setup.registry(), session, setup.schemas(), scene, sideBySide)
                    .run(generation, begun, () -> new Rights(session, setup.warehouse()).align(views(begun)));
        } catch (CutRefused refused) {
            throw refused.refusal();
        }
        setup.listener()
                .on(new RunEvent.Said(
                        Diagnostic.Level.WARNING,
                        "an earlier run broke off while it published generation " + generation + ": finished now, "
                                + begun.size() + (begun.size() == 1 ? " relation" : " relations")));
        Existing existing = setup.warehouse().existing(session, setup.schemas());
        return setup.with(existing, setup.registry().read(session, existing));
    }

    /** As far as the project still has them. */
    private List<Rights.Target> views(List<Intent> begun) {
        return begun.stream()
                .flatMap(step -> setup.manifest().find(step.node()).stream()
                        .filter(Relational.class::isInstance)
                        .map(Relational.class::cast)
                        .filter(Relational::isView)
                        .map(view -> new Rights.Target(view, step.relation())))
                .toList();
    }
}
