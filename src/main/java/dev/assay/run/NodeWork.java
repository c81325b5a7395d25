package dev.assay.run;

import dev.assay.compile.Names;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.Entry;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Blueprint;
import dev.assay.materialize.Demands;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wishes;
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

/** What a worker does with one planned node: build the candidate, count it, test it. Brings back a result whatever happens. */
final class NodeWork {

    private final RunSetup setup;
    private final Refusals refusals;
    private final Patience patience;
    private final Marking marking;
    private final Consumer<RunEvent> says;

    /**
     * @param says takes events from any thread
     */
    NodeWork(RunSetup setup, Consumer<RunEvent> says) {
        this.setup = setup;
        this.refusals = new Refusals(setup);
        this.patience = new Patience(setup.interruption());
        this.marking = new Marking(setup, setup.plan().byId());
        this.says = says;
    }

    /** What has been found out about a node so far; grows while the work goes on. */
    private static final class Findings {
        private Status status = Status.SUCCESS;
        private String why = "";
        private OptionalLong rows = OptionalLong.empty();
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

    Outcome node(PlannedNode planned, Session session, int thread) {
        Resource resource = setup.manifest().get(planned.id());
        Instant started = setup.clock().instant();
        var findings = new Findings();
        session.about(about(planned));
        try {
            session.serve(Demands.wishes((Relational) resource));
            Blueprint blueprint = setup.blueprints().of(planned.id());
            findings.compiled = blueprint.lasting().map(Object::toString).orElse("");
            findings.fingerprint = Fingerprint.of(blueprint);
            build(planned, blueprint, session, findings);
            findings.building = Duration.between(started, setup.clock().instant());
            prove(planned, blueprint, session, findings);
        } catch (ProblemsFound found) {
            findings.broken(found.problems());
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.CANCELLED) {
                findings.status = Status.SKIPPED;
                findings.why = whyStopped();
            } else {
                findings.broken(List.of(refusals.ofNode(planned.id(), refusal)));
            }
        }
        NodeResult result = result(resource, started, thread, findings);
        return new Outcome.OfNode(result, marking.of(planned, result, resource, findings.fingerprint, findings.failed));
    }

    /** For those who watch the warehouse. */
    private String about(PlannedNode planned) {
        return "run=" + setup.header().invocationId() + " node=" + planned.id();
    }

    private String whyStopped() {
        return setup.interruption().isRequested() ? "interrupted" : "stopped at the first failure";
    }

    private void build(PlannedNode planned, Blueprint blueprint, Session session, Findings findings) {
        if (planned.action().isKept()) {
            findings.rows =
                    setup.known().waitingOf(planned.id()).map(Entry::rows).orElse(OptionalLong.empty());
            return;
        }
        var existing = new AtomicReference<>(setup.existing());
        patience.trying(() -> run(statements(blueprint, existing.get()), session, findings), (attempt, refusal) -> {
            existing.set(setup.warehouse().existing(session, setup.schemas()));
            sayRetried(planned, attempt, refusal);
        });
        findings.rows = count(blueprint, patient(planned, session));
    }

    private Session patient(PlannedNode planned, Session session) {
        return new PatientSession(session, patience, (attempt, refusal) -> sayRetried(planned, attempt, refusal));
    }

    private void sayRetried(PlannedNode planned, int attempt, WarehouseError refusal) {
        says.accept(new RunEvent.Retried(planned.id(), attempt, refusal.words(), Duration.ZERO));
    }

    private List<Statement> statements(Blueprint blueprint, Existing existing) {
        List<Statement> statements = new ArrayList<>(setup.hooks().of(blueprint.node(), Hooks.Moment.PRE_HOOK));
        statements.addAll(setup.blueprints().candidate(blueprint, existing));
        if (!blueprint.node().isView()) {
            statements.addAll(setup.warehouse().built(blueprint.candidate()));
        }
        statements.addAll(setup.hooks().of(blueprint.node(), Hooks.Moment.POST_HOOK));
        return statements;
    }

    private static int run(List<Statement> statements, Session session, Findings findings) {
        findings.ran = statements.stream().map(Statement::text).collect(Collectors.joining(";\n\n", "", ";\n"));
        statements.forEach(session::execute);
        return statements.size();
    }

    private OptionalLong count(Blueprint blueprint, Session session) {
        return blueprint.node().isView()
                ? OptionalLong.empty()
                : OptionalLong.of(session.query(setup.warehouse()
                                .wording()
                                .statement("count", "count_rows", Map.of("relation", blueprint.candidate())))
                        .number());
    }

    private void prove(PlannedNode planned, Blueprint blueprint, Session session, Findings findings) {
        ResourceId self = planned.id();
        Names names = id ->
                id.equals(self) ? blueprint.candidate() : setup.blueprints().proving(id);
        findings.tests = setup.examinations()
                .run(
                        tests(planned.tests()),
                        names,
                        patient(planned, session),
                        any -> columns(session, blueprint.candidate()));
        findings.failed = findings.tests.stream()
                .filter(test -> test.status() == Status.FAIL || test.status() == Status.ERROR)
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

    private Optional<List<String>> columns(Session session, RelationName relation) {
        try {
            Statement asked = setup.warehouse()
                    .wording()
                    .statement("look at the columns", "look_at_columns", Map.of("relation", relation));
            return Optional.of(session.query(asked).columns().stream()
                    .map(column -> column.name())
                    .toList());
        } catch (WarehouseError nothing) {
            return Optional.empty();
        }
    }

    /** A test that stands alone, of what was built. */
    Outcome test(PlannedNode planned, Session session) {
        return test(planned, session, setup.blueprints()::proving);
    }

    /** A test that stands alone, in the names of the moment. */
    Outcome test(PlannedNode planned, Session session, Names names) {
        session.about(about(planned));
        try {
            session.serve(Wishes.NONE);
            return new Outcome.OfTest(verdict(planned, session, names));
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.CANCELLED) {
                return new Outcome.OfTest(Results.skippedTest(setup, planned));
            }
            throw refusal;
        }
    }

    private TestResult verdict(PlannedNode planned, Session session, Names names) {
        var test = (DataTest) setup.manifest().get(planned.id());
        RelationName tested =
                test.generic().flatMap(generic -> named(generic.of(), names)).orElse(RelationName.of("", ""));
        TestResult result = setup.examinations()
                .run(List.of(test), names, patient(planned, session), any -> columns(session, tested))
                .getFirst();
        return new TestResult(
                result.test(),
                result.name(),
                result.node(),
                result.status(),
                result.failures(),
                result.sample(),
                result.problem(),
                result.took(),
                result.compiled(),
                List.copyOf(planned.subjects()));
    }

    private Optional<RelationName> named(ResourceId id, Names names) {
        return setup.manifest().get(id) instanceof Model model && model.isEphemeral()
                ? Optional.empty()
                : Optional.of(names.of(id));
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
