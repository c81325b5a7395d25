package dev.assay.app;

import dev.assay.blueprint.Strictness;
import dev.assay.blueprint.Upstream;
import dev.assay.compile.Compiler;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.examine.Storage;
import dev.assay.examine.StoredNames;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.plan.Plan;
import dev.assay.plan.PlanRequest;
import dev.assay.plan.PlannedNode;
import dev.assay.plan.Planner;
import dev.assay.run.ReadAhead;
import dev.assay.select.Selection;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Warehouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From a parsed project and a wish to a run that only has to be carried out. Reads the warehouse, changes nothing. */
public final class Planning {

    /** Shorter differences are noise: with them, two runs of one project would hardly ever go in one order. */
    private static final Duration WORTH_AN_ORDER = Duration.ofMillis(100);

    private final ParsedProject project;
    private final RunOptions options;
    private final Warehouse warehouse;
    private final Manifest manifest;
    private final ReadAhead seeds;
    private final RunPreparation preparation;

    /** What planning takes from an earlier run, and where failing rows go. */
    public record EarlierRun(Map<ResourceId, Duration> durations, BiConsumer<DataTest, Rows> failures) {

        public static final EarlierRun NONE = new EarlierRun(Map.of(), (test, rows) -> {});
    }

    /** @param seeds reads their files */
    public Planning(ParsedProject project, RunOptions options, ReadAhead seeds) {
        this.project = project;
        this.options = options;
        this.warehouse = project.loaded().warehouse();
        this.manifest = project.manifest();
        this.seeds = seeds;
        this.preparation = new RunPreparation(project, options, seeds, Map.of());
    }

    public PlannedRun plan(EarlierRun earlier) {
        Selection selection = project.select(options.request());
        return plan(selection.ids(), selection.warnings(), earlier);
    }

    /** Plans for nodes that were chosen in another way than by a selection: those that a retry works on. */
    public PlannedRun plan(Set<ResourceId> chosen, List<Diagnostic> warnings, EarlierRun earlier) {
        readAhead(chosen);
        WarehouseState warehouseState = look();
        SortedSet<ResourceId> implied =
                options.tested() ? new ImpliedNodes(manifest, warehouseState).with(built(chosen)) : new TreeSet<>();
        Set<ResourceId> wanted = options.tested() ? withTestsOf(implied, chosen) : withoutTests(chosen);
        Compiler compiler = preparation.compiler(warehouseState);
        var upstream = new Upstream(manifest);
        Map<ResourceId, Long> expected = new HashMap<>();
        earlier.durations().forEach((id, duration) -> expected.put(id, duration.dividedBy(WORTH_AN_ORDER)));
        KeptVersions versions = options.resumed() ? KeptVersions.read(project, warehouseState) : KeptVersions.NONE;
        var request = new PlanRequest(
                options.mode(),
                wanted,
                implied,
                expected,
                gateOfTests(),
                judge(warehouseState, compiler, upstream, versions));
        Plan plan = Planner.plan(manifest, project.graph(), request);
        refuseSharedStorage();
        new PlanChecks(project, plan).refuse(new Strictness(manifest, project.live(), projectGate()));
        new PlanChecks(project, plan).refuseOccupied(warehouseState);
        StorageChecks stored = storageChecks(plan, warehouseState);
        stored.refuseTaken();
        if (!options.overwritesForeign()) {
            new PlanChecks(project, plan).spareForeign(warehouseState);
            new OutputOwners(project).spareForeign(plan);
            stored.spareForeign();
        }
        var further = new ArrayList<>(warnings);
        further.addAll(new PlanChecks(project, plan).overwritten(warehouseState.changes()));
        further.addAll(plan.warnings());
        plan.relations()
                .map(node -> manifest.relational(node.id()))
                .flatMap(node -> CapabilityChecks.unmet(node, manifest, warehouse).stream())
                .forEach(further::add);
        return planned(plan, implied, warehouseState, compiler, upstream, further, earlier, resuming(plan, versions));
    }

    /** The run sees reused nodes as they were when their candidates were built. */
    private RunPreparation resuming(Plan plan, KeptVersions versions) {
        Map<ResourceId, Relational> reused = new TreeMap<>(versions.nodes());
        reused.keySet()
                .retainAll(plan.relations()
                        .filter(node -> node.action().isKept())
                        .map(PlannedNode::id)
                        .collect(Collectors.toSet()));
        return new RunPreparation(project.with(reused), options, seeds, versions.identities());
    }

    /** Those that the workers begin with; whoever read all would only crowd out what is loaded next. */
    private void readAhead(Set<ResourceId> chosen) {
        if (!options.onlyShown()) {
            seeds.begin(built(chosen).stream()
                    .sorted()
                    .map(manifest::get)
                    .filter(Seed.class::isInstance)
                    .map(Seed.class::cast)
                    .limit(preparation.threads()));
        }
    }

    /** A plan that was made elsewhere. */
    public PlannedRun asPlanned(HeldPublishing.Release release, EarlierRun earlier) {
        WarehouseState warehouseState = look();
        var refusing = new PlanChecks(project, release.plan());
        refusing.spareForeign(warehouseState);
        new OutputOwners(project).spareForeign(release.plan());
        StorageChecks stored = storageChecks(release.plan(), warehouseState);
        stored.refuseTaken();
        stored.spareForeign();
        var warnings = new ArrayList<>(release.plan().warnings());
        warnings.addAll(refusing.overwritten(warehouseState.changes()));
        return planned(
                release.plan(),
                new TreeSet<>(),
                warehouseState,
                preparation.compiler(warehouseState),
                new Upstream(manifest),
                warnings,
                earlier,
                new RunPreparation(project, options, seeds, release.versions().identities()));
    }

    /** What failing rows are kept in belongs to it. */
    private WarehouseState look() {
        List<DataTest> tests = manifest.all(DataTest.class).toList();
        return WarehouseState.look(project, storage().schemas(tests));
    }

    /** Parsing has checked the tests that ask for storage themselves; the option asks for all. */
    private void refuseSharedStorage() {
        var problems = new Problems();
        problems.addAll(StoredNames.problems(manifest, storage()));
        problems.throwIfErrors();
    }

    private StorageChecks storageChecks(Plan plan, WarehouseState warehouseState) {
        return StorageChecks.read(project, plan, warehouseState, storage());
    }

    private Storage storage() {
        return Examiners.storage(project.loaded(), options.keepers());
    }

    private Set<ResourceId> built(Set<ResourceId> chosen) {
        return chosen.stream()
                .filter(id -> Planner.builds(manifest.get(id), options.mode()))
                .collect(Collectors.toSet());
    }

    private Set<ResourceId> withTestsOf(SortedSet<ResourceId> implied, Set<ResourceId> chosen) {
        var all = new TreeSet<>(chosen);
        all.addAll(implied);
        manifest.testsOf(implied).map(DataTest::id).forEach(all::add);
        return all;
    }

    private String projectGate() {
        return project.loaded().project().file().gate();
    }

    /** A strict project is strict with its views; its tests run before the cut, as they do anyway. */
    private String gateOfTests() {
        return projectGate().equals("strict") ? "before" : projectGate();
    }

    private CandidateReuse judge(
            WarehouseState warehouseState, Compiler compiler, Upstream upstream, KeptVersions versions) {
        return new CandidateReuse(
                warehouse,
                warehouseState,
                upstream,
                fingerprints(compiler),
                node -> !versions.emptied().contains(node.id())
                        && (versions.nodes().containsKey(node.id()) || rendersAlike(node, compiler)),
                options.resumed(),
                project.loaded().workspace().clock().instant(),
                preparation.keepCandidates());
    }

    /** The rows of a table are kept; the SQL of a view that is not kept is rendered again when it is published. */
    private static boolean rendersAlike(Relational node, Compiler compiler) {
        return switch (node) {
            case Model model -> !model.form().isQuery() || compiler.isSettled(model);
            case Seed seed -> true;
        };
    }

    /** What each node would become now; found when asked for, and remembered. */
    private Function<ResourceId, String> fingerprints(Compiler compiler) {
        Map<ResourceId, String> known = new HashMap<>();
        var lasting = preparation.blueprints(compiler, Set.of());
        return id -> known.computeIfAbsent(id, any -> lasting.fingerprint(id));
    }

    private PlannedRun planned(
            Plan plan,
            SortedSet<ResourceId> implied,
            WarehouseState warehouseState,
            Compiler compiler,
            Upstream upstream,
            List<Diagnostic> warnings,
            EarlierRun earlier,
            RunPreparation carriedOut) {
        return new PlannedRun(
                preparation.header(),
                plan,
                implied,
                warnings,
                new Reasons(
                        project.loaded().project().file().name(),
                        manifest,
                        warehouseState,
                        upstream,
                        fingerprints(compiler),
                        plan.relations().map(PlannedNode::id).collect(Collectors.toSet())),
                Orphan.in(warehouseState, project),
                (listener, interruption) -> {
                    new OutputOwners(project).note(plan);
                    return carriedOut.setup(
                            plan,
                            warehouseState,
                            carriedOut.project().equals(project) ? compiler : carriedOut.compiler(warehouseState),
                            earlier,
                            listener,
                            interruption);
                });
    }

    private Set<ResourceId> withoutTests(Set<ResourceId> chosen) {
        return chosen.stream()
                .filter(id -> !(manifest.get(id) instanceof DataTest))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
