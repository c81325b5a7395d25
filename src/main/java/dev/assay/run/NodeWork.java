package dev.assay.run;

import dev.assay.compile.PrintedNames;
import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.Entry;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Blueprint;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.plan.PlannedNode;
import dev.assay.publish.HiddenRows;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.setup.Hooks;
import dev.assay.setup.Refusals;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.TableStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a worker does with a node: build the candidate, count it, test it. Brings back a result whatever happens. */
final class NodeWork {

    private final RunSetup setup;
    private final Refusals refusals;
    private final TransientRetries retries;
    private final RegistryUpdates updates;
    private final UnbuiltParents unbuilt;
    private final Consumer<RunEvent> says;

    /**
     * @param says takes events from any thread
     */
    NodeWork(RunSetup setup, Consumer<RunEvent> says) {
        this.setup = setup;
        this.refusals = new Refusals(setup);
        this.retries = new TransientRetries(setup.interruption());
        this.updates = new RegistryUpdates(setup, setup.plan().byId());
        this.unbuilt = new UnbuiltParents(setup, setup.plan().byId());
        this.says = says;
    }

    /** What has been found out about a node so far; grows while the work goes on. */
    private static final class Findings {
        private Status status = Status.SUCCESS;
        private String why = "";
        private OptionalLong rows = OptionalLong.empty();
        private Optional<String> identity = Optional.empty();
        private List<TestResult> tests = List.of();
        private List<Diagnostic> problems = List.of();
        private Duration building = Duration.ZERO;
        private String compiled = "";
        private String ran = "";
        private String fingerprint = "";
        private List<String> failed = List.of();

        void broken(List<Diagnostic> found) {
            status = Status.ERROR;
            why = "could not be built";
            problems = found;
        }
    }

    WorkResult node(PlannedNode planned, Session session, int thread) {
        Resource resource = setup.manifest().get(planned.id());
        Instant started = setup.clock().instant();
        var findings = new Findings();
        var nodeSession = new NodeSession(setup, planned, session, retries, says);
        nodeSession.announce();
        try {
            session.serve(CapabilityChecks.nodeSettings((Relational) resource));
            Blueprint blueprint = setup.blueprints().of(planned.id());
            findings.compiled = blueprint.lasting().map(Object::toString).orElse("");
            findings.fingerprint = setup.blueprints().fingerprint(planned.id());
            build(blueprint, nodeSession, findings);
            findings.building = Duration.between(started, setup.clock().instant());
            prove(blueprint, nodeSession, findings);
        } catch (ProblemsFound found) {
            findings.broken(found.problems());
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.CANCELLED) {
                findings.status = Status.SKIPPED;
                findings.why = whyStopped();
            } else {
                findings.broken(List.of(explained(planned.id(), refusal)));
            }
        }
        NodeResult result = result(resource, started, thread, findings);
        return new WorkResult.OfNode(
                result,
                updates.of(planned, result, resource, findings.fingerprint, findings.failed),
                findings.identity);
    }

    private Diagnostic explained(ResourceId id, WarehouseError refusal) {
        Diagnostic problem = refusals.ofNode(id, refusal);
        return refusal.kind() == WarehouseError.Kind.REFUSED ? unbuilt.explain(problem, id) : problem;
    }

    private String whyStopped() {
        return setup.interruption().isRequested() ? "interrupted" : "stopped at the first failure";
    }

    private void build(Blueprint blueprint, NodeSession nodeSession, Findings findings) {
        PlannedNode planned = nodeSession.planned();
        if (planned.action().isKept()) {
            findings.rows =
                    setup.known().waitingOf(planned.id()).map(Entry::rows).orElse(OptionalLong.empty());
            findings.identity = Optional.ofNullable(setup.identities().get(planned.id()));
            remake(blueprint, nodeSession);
            return;
        }
        Session session = nodeSession.session();
        var existing = new AtomicReference<>(setup.existing());
        retries.trying(() -> run(statements(blueprint, existing.get()), session, findings), (attempt, refusal) -> {
            existing.set(setup.warehouse().existing(session, setup.schemas()));
            nodeSession.sayRetried(attempt, refusal);
        });
        if (!blueprint.node().isView()) {
            count(blueprint, nodeSession.patient(), findings);
        }
    }

    /**
     * The view of a kept candidate names candidates that may have been published since. It is made again, so that its tests
     * can read it; where views are bound to relations, it has followed them.
     */
    private void remake(Blueprint blueprint, NodeSession nodeSession) {
        boolean isBound = setup.warehouse().capabilities().contains(Capability.VIEWS_HOLD_RELATIONS);
        if (!isBound && blueprint.node().isView()) {
            retries.trying(() ->
                    setup.blueprints().candidate(blueprint, setup.existing()).forEach(nodeSession.session()::execute));
        }
    }

    private List<Statement> statements(Blueprint blueprint, Existing existing) {
        List<Statement> statements = new ArrayList<>(setup.hooks().of(blueprint.node(), Hooks.Moment.PRE_HOOK));
        statements.addAll(setup.blueprints().candidate(blueprint, existing));
        setup.blueprints()
                .rows(blueprint, existing)
                .ifPresent(rows ->
                        statements.addAll(TableStatistics.of(setup.warehouse()).statements(rows)));
        statements.addAll(setup.hooks().of(blueprint.node(), Hooks.Moment.POST_HOOK));
        return statements;
    }

    private static int run(List<Statement> statements, Session session, Findings findings) {
        findings.ran = statements.stream().map(Statement::text).collect(Collectors.joining(";\n\n", "", ";\n"));
        statements.forEach(statement -> requireRows(statement, session.execute(statement)));
        return statements.size();
    }

    /** Tests would pass on rows that a warehouse did not load. */
    private static void requireRows(Statement statement, long loaded) {
        if (statement.rows().isPresent() && statement.rows().getAsLong() != loaded) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.BAD_CSV,
                            "the warehouse loaded " + loaded + " of the "
                                    + statement.rows().getAsLong() + " rows that the file has")
                    .note("the statement was to " + statement.purpose())
                    .help("if the file has changed since the run began, build again"));
        }
    }

    /**
     * Where the warehouse knows it, the relation's own id comes with the number of its rows.
     *
     * @throws ProblemsFound where tests would see some of its rows only
     */
    private void count(Blueprint blueprint, Session session, Findings findings) {
        RelationName candidate = blueprint.candidate();
        Wording sql = setup.warehouse().wording();
        Statement counted = sql.knows("count_identified")
                ? sql.statement(
                        "count",
                        "count_identified",
                        Map.of(
                                "relation", candidate,
                                "schema", new Literal(candidate.schema()),
                                "name", new Literal(candidate.name())))
                : sql.statement("count", "count_rows", Map.of("relation", candidate));
        List<Object> row = session.query(counted).rows().getFirst();
        if (row.size() > 2 && Boolean.TRUE.equals(row.get(2))) {
            throw new ProblemsFound(List.of(HiddenRows.problem(blueprint.node(), candidate)));
        }
        findings.rows = OptionalLong.of(((Number) row.getFirst()).longValue());
        findings.identity = row.stream().skip(1).map(Object::toString).findFirst();
    }

    private void prove(Blueprint blueprint, NodeSession nodeSession, Findings findings) {
        PlannedNode planned = nodeSession.planned();
        ResourceId self = planned.id();
        PrintedNames names = id ->
                id.equals(self) ? blueprint.candidate() : setup.blueprints().proving(id);
        findings.tests = setup.examinations()
                .run(
                        tests(planned.tests()),
                        names,
                        nodeSession.patient(),
                        any -> nodeSession.columns(blueprint.candidate()));
        findings.failed = findings.tests.stream()
                .filter(test -> test.status() == Status.FAIL || test.status() == Status.ERROR)
                .filter(test -> ((DataTest) setup.manifest().get(test.test())).isRequired())
                .map(TestResult::name)
                .toList();
        if (!findings.failed.isEmpty()) {
            findings.status = Status.FAIL;
            findings.why = "failed " + String.join(", ", findings.failed);
        }
    }

    private List<DataTest> tests(List<ResourceId> ids) {
        return ids.stream().map(id -> (DataTest) setup.manifest().get(id)).toList();
    }

    private NodeResult result(Resource resource, Instant started, int thread, Findings findings) {
        Instant finished = setup.clock().instant();
        return new NodeResult(
                resource.id(),
                resource.name(),
                Verbs.of(resource),
                findings.status,
                findings.why,
                findings.rows,
                Optional.of(setup.blueprints().published(resource.id())),
                findings.tests,
                findings.problems,
                new NodeResult.Timing(
                        started,
                        finished,
                        thread,
                        findings.building,
                        Duration.between(started, finished).minus(findings.building)),
                findings.compiled,
                findings.ran,
                OptionalLong.empty());
    }
}
