package dev.assay.app;

import dev.assay.blueprint.Blueprints;
import dev.assay.compile.Compiler;
import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.environment.Entry;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.Plan;
import dev.assay.plan.PlanRequest;
import dev.assay.plan.Planner;
import dev.assay.setup.HeldDependents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Publishing kept candidates without building them again: those that were asked for, together with the kept ones that they
 * were built from, and with the views through which readers would see them. A candidate that failed a test goes out only when each of its failed tests is accepted by somebody.
 */
public record HeldPublishing(
        ParsedProject project, WarehouseState warehouseState, KeptVersions versions, Optional<Acceptance> acceptance) {

    /**
     * What is published, and how.
     *
     * @param project in which the released nodes are what they were when their candidates were built
     */
    public record Release(ParsedProject project, Plan plan, KeptVersions versions) {}

    /**
     * Somebody's word that failures are known and borne.
     *
     * @param until a date, after which nobody should rely on it
     */
    public record Acceptance(List<String> tests, String reason, String until, String owner) {

        String words() {
            return "accepted " + String.join(", ", tests) + " until " + until + " by " + owner + ": " + reason;
        }
    }

    public static HeldPublishing of(ParsedProject project, Optional<Acceptance> acceptance) {
        WarehouseState warehouseState = WarehouseState.look(project, new TreeSet<>());
        return new HeldPublishing(project, warehouseState, KeptVersions.read(project, warehouseState), acceptance);
    }

    /** @throws ProblemsFound when one of them is not held, or not to be let go */
    public Release plan(List<String> names) {
        var problems = new Problems();
        var chosen = new TreeSet<ResourceId>();
        names.forEach(name -> entry(name, problems).ifPresent(entry -> collect(entry, chosen)));
        problems.throwIfErrors();
        var anew = new TreeSet<ResourceId>();
        takeViewsAlong(chosen, anew);
        chosen.forEach(id -> refusal(kept(id)).ifPresent(problems::add));
        problems.throwIfErrors();
        OutdatedCandidates outdated = outdated();
        chosen.forEach(id -> outdated.problem(kept(id), chosen, anew).ifPresent(problems::add));
        problems.throwIfErrors();
        return plan(chosen, anew);
    }

    private Release plan(Set<ResourceId> chosen, SortedSet<ResourceId> anew) {
        Map<ResourceId, Relational> kept = new TreeMap<>(versions.nodes());
        var needed = new TreeSet<>(chosen);
        // Their candidates are made again, over what is published now.
        var planned = new TreeSet<>(chosen);
        planned.addAll(anew);
        needed.addAll(HeldDependents.of(warehouseState.known(), chosen, planned));
        kept.keySet().retainAll(needed);
        ParsedProject then = project.with(kept);
        Set<String> accepted = Set.copyOf(accepted());
        var all = new TreeSet<>(chosen);
        then.manifest()
                .testsOf(anew)
                .filter(test -> !accepted.contains(test.name()))
                .map(DataTest::id)
                .forEach(all::add);
        var request = new PlanRequest(
                PlanRequest.Mode.BUILD, all, anew, Map.of(), "before", node -> judge(node.id(), chosen));
        return new Release(then, Planner.plan(then.manifest(), then.graph(), request), versions);
    }

    private PlanRequest.Judgement judge(ResourceId id, Set<ResourceId> chosen) {
        if (!chosen.contains(id)) {
            return new PlanRequest.Judgement(Action.BUILD, "readers see through it what is published");
        }
        String reason = kept(id).state() == Entry.State.HELD
                ? acceptance.map(Acceptance::words).orElse("")
                : "its candidate is proven";
        return new PlanRequest.Judgement(Action.RELEASE, reason);
    }

    private Entry kept(ResourceId id) {
        return warehouseState.known().waitingOf(id).orElseThrow();
    }

    private List<String> accepted() {
        return acceptance.map(Acceptance::tests).orElse(List.of());
    }

    private Optional<Entry> entry(String name, Problems problems) {
        Manifest manifest = project.manifest();
        List<Entry> kept = warehouseState.known().waiting().values().stream()
                .filter(outdated()::isKept)
                .toList();
        Optional<Entry> found = kept.stream()
                .filter(entry -> manifest.find(entry.node())
                        .filter(node -> node.name().equals(name))
                        .isPresent())
                .findFirst();
        if (found.isEmpty()) {
            List<String> held = kept.stream()
                    .flatMap(entry -> manifest.find(entry.node()).stream())
                    .map(Resource::name)
                    .toList();
            Diagnostic problem = Diagnostic.error(Code.NOT_HELD, "no candidate of `" + name + "` is kept")
                    .note(held.isEmpty() ? "none is kept at all" : "kept are " + String.join(", ", held));
            List<String> near = Spelling.near(name, held);
            problems.add(near.isEmpty() ? problem : problem.help("a similar name is held: `" + near.getFirst() + "`"));
        }
        return found;
    }

    /** With a node go its parents' kept candidates, where it was built from those. */
    private void collect(Entry entry, Set<ResourceId> chosen) {
        if (chosen.add(entry.node())) {
            entry.inputs()
                    .runs()
                    .forEach((parent, run) -> warehouseState
                            .known()
                            .waitingOf(parent)
                            .filter(outdated()::isKept)
                            .filter(kept -> kept.runId().equals(run))
                            .ifPresent(kept -> collect(kept, chosen)));
        }
    }

    /**
     * Readers would see the candidates through views at once. The views' own candidates go out with them; a view that has
     * none, or one made from something else, is made and tested now.
     */
    private void takeViewsAlong(Set<ResourceId> chosen, Set<ResourceId> anew) {
        OutdatedCandidates outdated = outdated();
        SortedSet<ResourceId> views = views(chosen, anew);
        while (!views.isEmpty()) {
            for (ResourceId view : views) {
                Optional<Entry> kept = warehouseState
                        .known()
                        .waitingOf(view)
                        .filter(entry -> outdated.isKept(entry)
                                && outdated.problem(entry, chosen, anew).isEmpty());
                kept.ifPresentOrElse(entry -> collect(entry, chosen), () -> anew.add(view));
            }
            views = views(chosen, anew);
        }
    }

    private SortedSet<ResourceId> views(Set<ResourceId> chosen, Set<ResourceId> anew) {
        var all = new TreeSet<>(chosen);
        all.addAll(anew);
        return warehouseState.viewsOn(all, project.manifest());
    }

    private OutdatedCandidates outdated() {
        return new OutdatedCandidates(project, warehouseState, versions, this::isUnchanged);
    }

    /** Without a kept text, a view is rendered again: its SQL has to be the same, and the same at any moment. */
    private boolean isUnchanged(Entry entry) {
        Compiler compiler = project.compiler(project.context().seeing(warehouseState.existing()::contains));
        var node = project.manifest().relational(entry.node());
        boolean isRendered = node.form().isQuery();
        return (!isRendered || compiler.isSettled(node))
                && entry.fingerprint().equals(blueprints(compiler).fingerprint(node.id()));
    }

    private Blueprints blueprints(Compiler compiler) {
        return new Blueprints(
                project.manifest(),
                compiler,
                project.loaded().warehouse(),
                Set.of(),
                seed -> {
                    throw new AssayBug("the file of " + seed.id() + " is read only to build it");
                },
                project.outputs());
    }

    private Optional<Diagnostic> refusal(Entry entry) {
        if (warehouseState.known().hasLostItsBase(entry)) {
            return Optional.of(baseLost(OutdatedCandidates.nameOf(entry.node())));
        }
        if (entry.state() != Entry.State.HELD) {
            return Optional.empty();
        }
        List<String> accepted = accepted();
        List<String> open = List.of(entry.message().split(", ", -1)).stream()
                .filter(test -> !accepted.contains(test))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String name = OutdatedCandidates.nameOf(entry.node());
        return Optional.of(Diagnostic.error(
                        Code.TEST_NOT_ACCEPTED,
                        "`" + name + "` failed what nobody has accepted: " + String.join(", ", open))
                .note("the data are as they were when the test failed")
                .help("mend the data and build again, or bear it: assay publish --held " + name + " --accept "
                        + String.join(",", open) + " --reason … --until … --owner …"));
    }

    private static Diagnostic baseLost(String name) {
        return Diagnostic.error(
                        Code.NOT_HELD,
                        "the candidate of `" + name + "` is a change of a version that is no longer published")
                .note("merged into another version, it would give a table that no test has seen")
                .help("build it again: assay build --select " + name);
    }
}
