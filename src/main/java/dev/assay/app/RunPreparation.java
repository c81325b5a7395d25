package dev.assay.app;

import dev.assay.blueprint.Blueprints;
import dev.assay.blueprint.Upstream;
import dev.assay.compile.CompileContext;
import dev.assay.compile.Compiler;
import dev.assay.connect.Interruption;
import dev.assay.examine.Fusing;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.result.RunHeader;
import dev.assay.result.RunListener;
import dev.assay.run.ReadAhead;
import dev.assay.setup.Examinations;
import dev.assay.setup.PublishMode;
import dev.assay.setup.RunSettings;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Warehouse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts together what a run is made from, once its plan is known.
 *
 * @param project as the run sees it: nodes whose kept candidates it uses are what they were when these were built
 * @param identities of kept candidates
 */
record RunPreparation(ParsedProject project, RunOptions options, ReadAhead seeds, Map<ResourceId, String> identities) {

    RunSetup setup(
            Plan plan,
            WarehouseState warehouseState,
            Compiler compiler,
            Planning.EarlierRun earlier,
            RunListener listener,
            Interruption interruption) {
        Manifest manifest = project.manifest();
        Blueprints blueprints =
                blueprints(compiler, plan.relations().map(PlannedNode::id).collect(Collectors.toSet()));
        var workspace = project.loaded().workspace();
        var hooks = new ProjectHooks(project, compiler, blueprints);
        return new RunSetup(
                header(),
                settings(),
                manifest,
                plan,
                warehouse(),
                warehouseState.registry(),
                warehouseState.schemas(),
                warehouseState.existing(),
                warehouseState.known(),
                warehouseState.changes(),
                blueprints,
                new Upstream(manifest, project.live()),
                new Examinations(
                        new Examiners(
                                project,
                                compiler,
                                options.keepers(),
                                warehouseState.existing(),
                                notBuilt(plan, warehouseState.existing())),
                        fusing(),
                        warehouse().label(),
                        earlier.failures()),
                hooks,
                new DefinitionsToKeep(project, compiler, blueprints, hooks),
                identities,
                project::compiledPath,
                listener,
                interruption,
                workspace.lease(),
                earlier.durations(),
                workspace.clock());
    }

    private Predicate<ResourceId> notBuilt(Plan plan, Existing existing) {
        Set<ResourceId> built = plan.relations().map(PlannedNode::id).collect(Collectors.toSet());
        return id -> !built.contains(id) && !existing.contains(project.published(id));
    }

    Compiler compiler(WarehouseState warehouseState) {
        return project.compiler(context(warehouseState));
    }

    Blueprints blueprints(Compiler compiler, Set<ResourceId> candidates) {
        return new Blueprints(project.manifest(), compiler, warehouse(), candidates, seeds, project.outputs());
    }

    private Fusing fusing() {
        return options.fused() ? Fusing.best(warehouse().capabilities()) : Fusing.APART;
    }

    private CompileContext context(WarehouseState warehouseState) {
        CompileContext whole = project.context()
                .seeing(warehouseState.existing()::contains)
                .knowing(relation -> warehouseState.existing().contains(relation) || isCandidate(relation));
        return options.empty() ? whole.empty(warehouse().wording()) : whole;
    }

    /** A candidate was built by this run, or its readers would have been skipped. */
    private boolean isCandidate(RelationName relation) {
        return project.manifest()
                .all(Relational.class)
                .noneMatch(node -> node.relation().equals(relation));
    }

    private RunSettings settings() {
        return new RunSettings(
                publish(),
                options.tested(),
                options.failFast(),
                threads(),
                keepCandidates(),
                !options.empty(),
                options.overwritesForeign());
    }

    private PublishMode publish() {
        return PublishMode.of(
                options.publish().orElse(project.loaded().project().file().publish()));
    }

    Duration keepCandidates() {
        return Duration.ofHours(project.loaded().project().file().quality().keepCandidatesHours());
    }

    int threads() {
        return project.loaded().project().target().threads();
    }

    RunHeader header() {
        return project.loaded().header(options.command());
    }

    private Warehouse warehouse() {
        return project.loaded().warehouse();
    }
}
