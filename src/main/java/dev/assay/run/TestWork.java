package dev.assay.run;

import dev.assay.compile.PrintedNames;
import dev.assay.connect.TransientRetries;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlannedNode;
import dev.assay.result.RunEvent;
import dev.assay.result.TestResult;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a worker does with a test that stands alone. Brings back a result also where the run was stopped. */
final class TestWork {

    private final RunSetup setup;
    private final PrintedNames names;
    private final TransientRetries retries;
    private final Consumer<RunEvent> says;

    /**
     * @param names of what is tested
     * @param says takes events from any thread
     */
    TestWork(RunSetup setup, PrintedNames names, Consumer<RunEvent> says) {
        this.setup = setup;
        this.names = names;
        this.retries = new TransientRetries(setup.interruption());
        this.says = says;
    }

    WorkResult test(PlannedNode planned, Session session) {
        var nodeSession = new NodeSession(setup, planned, session, retries, says);
        nodeSession.announce();
        try {
            session.serve(NodeSettings.NONE);
            return new WorkResult.OfTest(verdict(planned, nodeSession));
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.CANCELLED) {
                return new WorkResult.OfTest(SkippedResults.skippedTest(setup, planned));
            }
            throw refusal;
        }
    }

    private TestResult verdict(PlannedNode planned, NodeSession nodeSession) {
        var test = (DataTest) setup.manifest().get(planned.id());
        RelationName tested =
                test.generic().flatMap(generic -> named(generic.of())).orElse(RelationName.of("", ""));
        return setup.examinations()
                .run(List.of(test), names, nodeSession.patient(), any -> nodeSession.columns(tested))
                .getFirst()
                .gating(List.copyOf(planned.subjects()));
    }

    private Optional<RelationName> named(ResourceId id) {
        return setup.manifest().isInlined(id) ? Optional.empty() : Optional.of(names.of(id));
    }
}
