package dev.assay.run;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.Entry;
import dev.assay.environment.Known;
import dev.assay.environment.Prepared;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.List;
import java.util.stream.Stream;

/** What is done before the first node: leftovers go, and the registry knows of every object before it exists. */
final class Entrance {

    private final RunSetup setup;
    private final Session session;

    Entrance(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    Entered enter() {
        RunSetup whole = new Recovery(looking(), session).finish();
        return new Entrance(whole, session).prepare(setup.known());
    }

    /** Since the plan was made, another run may have had the environment. */
    private RunSetup looking() {
        if (!setup.warehouse().capabilities().contains(Capability.MANY_PROCESSES)) {
            return setup;
        }
        Existing existing = setup.warehouse().existing(session, setup.schemas());
        return setup.with(existing, setup.registry().read(session, existing));
    }

    /** @param planned the registry as it was when the plan was made */
    private Entered prepare(Known planned) {
        requireKept(planned);
        new Grantees(setup, session).require();
        if (!setup.plan().makesRelations()) {
            makeAuditSchemas();
            return entered(setup, setup.known().registry().epoch(), planned);
        }
        long epoch = setup.registry()
                .enter(session, setup.existing(), setup.known(), setup.header().target(), setup.schemas());
        makeAuditSchemas();
        new MissingSchemas(setup, session).makePrivate();
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

    private static Entered entered(RunSetup setup, long epoch, Known planned) {
        var tenure = new Tenure(setup.registry(), setup.header().schema(), epoch);
        return new Entered(setup, tenure, RunFence.of(tenure, setup, planned));
    }

    /** A candidate that the plan goes on from may be gone by now. */
    private void requireKept(Known planned) {
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

    /** Where failing rows are kept. Two workers that make one schema at a time would get into each other's way. */
    private void makeAuditSchemas() {
        setup.examinations().schemas(tests(), setup.blueprints()::published).stream()
                .filter(schema -> !setup.existing().schemas().contains(schema))
                .forEach(new MissingSchemas(setup, session)::make);
    }

    private List<DataTest> tests() {
        Stream<ResourceId> own = setup.plan().nodes().stream().flatMap(node -> node.tests().stream());
        Stream<ResourceId> alone = Stream.concat(setup.plan().nodes().stream(), setup.plan().after().stream())
                .map(PlannedNode::id);
        return Stream.concat(own, alone)
                .map(setup.manifest()::get)
                .filter(DataTest.class::isInstance)
                .map(DataTest.class::cast)
                .toList();
    }

    private Prepared prepared(PlannedNode node) {
        var relational = (Relational) setup.manifest().get(node.id());
        return new Prepared(
                node.id(),
                relational.relation(),
                setup.warehouse().candidate(relational.relation()),
                Verbs.of(relational));
    }
}
