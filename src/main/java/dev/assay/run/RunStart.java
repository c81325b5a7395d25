package dev.assay.run;

import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.AnnouncedRelation;
import dev.assay.environment.Entry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.RunClaim;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.Tenure;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.SortedSet;

/** What is done before the first node: leftovers go, and the registry knows of every object before it exists. */
final class RunStart {

    private final RunSetup setup;
    private final Session session;

    RunStart(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    StartedRun enter() {
        RunStart upgraded = new RunStart(looking(), session).upgraded();
        RunSetup whole = new Recovery(upgraded.setup, session).finish();
        return new RunStart(whole, session).prepare(setup.known());
    }

    /** A cut that an older assay has left unfinished can be finished once the registry is upgraded. */
    private RunStart upgraded() {
        boolean isOld = setup.known().isUnversioned();
        boolean isNeeded = setup.plan().makesRelations() || setup.known().hasUnfinishedCut();
        if (!isOld || !isNeeded) {
            return this;
        }
        setup.registry().upgrade(session, setup.warehouse(), new RunSchemas(setup).ofBuild());
        Existing existing = setup.warehouse().existing(session, setup.schemas());
        return new RunStart(setup.with(existing, setup.registry().read(session, existing)), session);
    }

    /** Since the plan was made, another run may have had the environment. */
    private RunSetup looking() {
        if (!setup.warehouse().capabilities().contains(Capability.MANY_PROCESSES)) {
            return setup;
        }
        // Also where models were before: candidates that wait there are removed.
        SortedSet<String> schemas = setup.known().schemas();
        schemas.addAll(setup.schemas());
        Existing existing = setup.warehouse().existing(session, schemas);
        return setup.with(existing, setup.registry().read(session, existing));
    }

    /** @param planned the registry as it was when the plan was made */
    private StartedRun prepare(RegistrySnapshot planned) {
        requireKept(planned);
        new Grantees(setup, session).require();
        if (!setup.plan().makesRelations()) {
            return entered(setup, epochOfTests(), planned);
        }
        long epoch = register(new RunSchemas(setup).ofBuild());
        new PrivateSchemas(setup, session).close();
        Existing left = new Sweep(setup, session).before();
        setup.registry()
                .prepare(
                        session,
                        setup.header().invocationId(),
                        epoch,
                        setup.plan()
                                .relations()
                                .filter(node -> node.action() == Action.BUILD)
                                .map(this::prepared)
                                .toList());
        return entered(setup.with(left), epoch, planned);
    }

    private static StartedRun entered(RunSetup setup, long epoch, RegistrySnapshot planned) {
        var tenure = new Tenure(setup.registry(), setup.header().schema(), epoch);
        return new StartedRun(setup, tenure, RunFence.of(tenure, setup, planned));
    }

    /** A candidate that the plan goes on from may be gone by now. */
    private void requireKept(RegistrySnapshot planned) {
        setup.plan()
                .relations()
                .filter(node -> node.action().isKept())
                .filter(node -> setup.known()
                        .waitingOf(node.id())
                        .filter(Entry::isKeptCandidate)
                        .filter(entry -> planned.waitingOf(node.id())
                                .filter(before -> before.runId().equals(entry.runId()))
                                .isPresent())
                        .isEmpty())
                .findFirst()
                .ifPresent(node -> {
                    throw new ProblemsFound(Diagnostic.error(
                                    Code.NOT_HELD,
                                    "the candidate of `" + node.id().names().get(1) + "` is kept no more")
                            .note("another run had this environment after this one was planned")
                            .help("start again"));
                });
    }

    /** A run that only tests takes the environment where it has to create a schema for failing rows. */
    private long epochOfTests() {
        var schemas = new RunSchemas(setup);
        return setup.existing().schemas().containsAll(schemas.failures())
                ? setup.known().registry().epoch()
                : register(schemas.ofTests());
    }

    private long register(RunClaim claim) {
        return new TransientRetries(setup.interruption())
                .trying(
                        () -> setup.registry()
                                .enter(
                                        session,
                                        setup.warehouse(),
                                        setup.existing(),
                                        setup.known().registry(),
                                        claim),
                        (attempt, refusal) -> {});
    }

    private AnnouncedRelation prepared(PlannedNode node) {
        var relational = setup.manifest().relational(node.id());
        return new AnnouncedRelation(
                node.id(),
                relational.relation(),
                setup.warehouse().candidate(relational.relation()),
                Verbs.of(relational),
                setup.known().waitingOf(node.id()).map(Entry::heldSince));
    }
}
