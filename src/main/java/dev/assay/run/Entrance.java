package dev.assay.run;

import dev.assay.environment.Prepared;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is done before the first node: leftovers go, and the registry knows of every object before it exists. */
final class Entrance {

    private final RunSetup setup;
    private final Session session;

    Entrance(RunSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
    }

    /** The same run, knowing what is left to be seen in the warehouse. */
    RunSetup enter() {
        RunSetup whole = new Recovery(setup, session).finish();
        return new Entrance(whole, session).prepare();
    }

    private RunSetup prepare() {
        if (setup.plan().relations().findAny().isEmpty()) {
            makeAuditSchemas();
            return setup;
        }
        setup.registry()
                .enter(
                        session,
                        setup.existing(),
                        setup.header().schema(),
                        setup.header().target(),
                        setup.schemas());
        makeAuditSchemas();
        Existing left = new Sweep(setup, session).before();
        setup.registry()
                .prepare(
                        session,
                        setup.header().invocationId(),
                        setup.plan()
                                .relations()
                                .filter(node -> node.action() == Action.BUILD)
                                .map(this::prepared)
                                .toList());
        return setup.with(left);
    }

    /** Where failing rows are kept. Two workers that make one schema at a time would get into each other's way. */
    private void makeAuditSchemas() {
        setup.examinations().schemas(tests(), setup.blueprints()::published).stream()
                .filter(schema -> !setup.existing().schemas().contains(schema))
                .forEach(schema -> session.execute(setup.warehouse()
                        .wording()
                        .statement("make the schema " + schema, "create_schema", Map.of("schema", schema))));
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
