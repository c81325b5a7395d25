package dev.assay.app;

import dev.assay.blueprint.Strictness;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Few;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.Entry;
import dev.assay.environment.ForeignRelation;
import dev.assay.environment.ManualChanges;
import dev.assay.environment.RunClaim;
import dev.assay.environment.SchemaPurpose;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.materialize.Materializations;
import dev.assay.plan.Chains;
import dev.assay.plan.LongNames;
import dev.assay.plan.Plan;
import dev.assay.quality.Thresholds;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be known to go wrong before anything runs. */
record PlanChecks(ParsedProject project, Plan plan) {

    private static final int MOST_NAMED = 4;

    private Manifest manifest() {
        return project.manifest();
    }

    private Warehouse warehouse() {
        return project.loaded().warehouse();
    }

    void refuse(Strictness strictness) {
        var problems = new Problems();
        Chains.tooDeep(manifest(), project.graph(), plan, warehouse()).forEach(problems::add);
        LongNames.refused(manifest(), plan, warehouse(), project.qualitySchema())
                .forEach(problems::add);
        plan.relations().forEach(node -> check(manifest().relational(node.id()), problems));
        new ReservedNames(project).problems().forEach(problems::add);
        manifest().all(DataTest.class).forEach(test -> Thresholds.of(test, problems));
        strictness.refused(plan).forEach(problems::add);
        problems.throwIfErrors();
    }

    /** Somebody else's work has the name of ours: nothing is lost before somebody says so. */
    void spareForeign(WarehouseState warehouseState) {
        Existing existing = warehouseState.existing();
        SortedMap<RelationName, Entry> seen = warehouseState.seen();
        List<Relational> there = built().filter(node -> existing.contains(node.relation()))
                .filter(node -> !existing.occupied().containsKey(node.relation()))
                .toList();
        if (there.stream().anyMatch(node -> !seen.containsKey(node.relation()))) {
            refuseOverlap(warehouseState);
        }
        var problems = new Problems();
        Map<String, List<Relational>> ofOthers = there.stream()
                .filter(node -> isOfOther(Optional.ofNullable(seen.get(node.relation()))))
                .collect(Collectors.groupingBy(
                        node -> seen.get(node.relation()).maker(), TreeMap::new, Collectors.toList()));
        ofOthers.values().removeIf(nodes -> nodes.size() == 1);
        ofOthers.forEach((maker, nodes) -> problems.add(ofOther(maker, nodes)));
        Set<Relational> told = ofOthers.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        there.stream()
                .filter(node -> !told.contains(node))
                .flatMap(node ->
                        foreign(node, Optional.ofNullable(seen.get(node.relation())), warehouseState.changes())
                                .stream())
                .forEach(problems::add);
        problems.throwIfErrors();
    }

    private boolean isOfOther(Optional<Entry> seen) {
        String own = project.loaded().project().file().name();
        return seen.filter(entry -> !entry.maker().equals(own)).isPresent();
    }

    /** A renamed project finds all of its relations so. */
    private static Diagnostic ofOther(String maker, List<Relational> nodes) {
        List<String> names =
                nodes.stream().map(node -> "`" + node.relation() + "`").sorted().toList();
        return Diagnostic.error(
                        Code.FOREIGN_RELATION,
                        names.size() + " relations belong to the project `" + maker + "`, which published them")
                .note("they are " + Few.of(names, MOST_NAMED))
                .help("if this project had the name `" + maker + "` before, take them over once with"
                        + " --overwrite-foreign")
                .help("if `" + maker + "` is another project, give the target another schema");
    }

    private Optional<Diagnostic> foreign(Relational node, Optional<Entry> seen, ManualChanges changes) {
        String own = project.loaded().project().file().name();
        return ForeignRelation.of(node.relation(), node.id().type().word(), own, seen, changes)
                .map(found -> {
                    Diagnostic problem = Diagnostic.error(
                            Code.FOREIGN_RELATION, node.place(), "`" + node.relation() + "`" + found.why());
                    for (String note : found.notes()) {
                        problem = problem.note(note);
                    }
                    return problem.help(found.help());
                });
    }

    /** Names that a sequence or a type has: without this the cut would be refused, and hold all. */
    void refuseOccupied(WarehouseState warehouseState) {
        var problems = new Problems();
        Map<RelationName, String> occupied = warehouseState.existing().occupied();
        built().flatMap(node ->
                        names(node).filter(occupied::containsKey).map(name -> occupied(node, name, occupied.get(name))))
                .forEach(problems::add);
        problems.throwIfErrors();
    }

    private static Diagnostic occupied(Relational node, RelationName name, String kind) {
        return Diagnostic.error(Code.FOREIGN_RELATION, node.place(), "the name `" + name + "` is in use (" + kind + ")")
                .note("a table or view cannot have the same name, and --overwrite-foreign replaces only tables and"
                        + " views")
                .help("rename or drop the " + kind + ", or give the "
                        + node.id().type().word() + " another name or schema");
    }

    private Stream<RelationName> names(Relational node) {
        RelationName published = node.relation();
        return Stream.of(
                        published, warehouse().candidate(published), warehouse().retired(published))
                .distinct();
    }

    /** What another environment has published is nothing to overwrite. */
    private void refuseOverlap(WarehouseState warehouseState) {
        var claim = new RunClaim(project.loaded().project().target().name(), new TreeMap<>());
        for (String schema : project.schemas()) {
            claim = claim.with(schema, SchemaPurpose.DATA);
        }
        try (Session session = project.loaded().workspace().lease().open(warehouse())) {
            warehouseState
                    .registry()
                    .refuseOverlap(
                            session,
                            warehouseState.existing(),
                            warehouseState.known().registry(),
                            claim);
        }
    }

    /** Rows or definitions of others that the run is going to replace. */
    List<Diagnostic> overwritten(ManualChanges changes) {
        return built().filter(node -> changes.isByHand(node.relation()))
                .map(node -> Diagnostic.warning(
                                Code.CHANGED_BY_HAND,
                                "`" + node.relation() + "` "
                                        + changes.words(node.relation()).orElseThrow() + " since assay published it")
                        .at(node.place())
                        .note("the new version replaces it, and the change is lost"))
                .toList();
    }

    private Stream<Relational> built() {
        return plan.relations().map(planned -> manifest().relational(planned.id()));
    }

    private void check(Relational node, Problems problems) {
        List<Diagnostic> errors = CapabilityChecks.unmet(node, manifest(), warehouse()).stream()
                .filter(Diagnostic::isError)
                .toList();
        errors.forEach(problems::add);
        if (!errors.isEmpty()) {
            return;
        }
        try {
            Materializations.of(node);
        } catch (ProblemsFound found) {
            found.problems().forEach(problems::add);
        }
    }
}
