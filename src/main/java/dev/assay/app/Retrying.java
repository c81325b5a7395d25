package dev.assay.app;

import dev.assay.artifact.LastRun;
import dev.assay.artifact.TargetFolder;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.Entry;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.PlanRequest;
import dev.assay.project.ProjectReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is left to do of earlier runs. The registry knows what was begun and not published, also after a crash; the last
 * run's artifact knows of tests that stood alone, and which options the run had.
 */
public record Retrying(ParsedProject project, WarehouseState warehouseState) {

    /** What a retry works on, and in which way. */
    public record Work(PlanRequest.Mode mode, Set<ResourceId> chosen) {}

    /** The run to go on from. It is found before the project is understood, which may need that run's variables. */
    public static Optional<LastRun> last(Workspace workspace) {
        return new ProjectReader(workspace.invocation(), workspace.secrets(), workspace.voice())
                .knownTargetFolder()
                .flatMap(folder -> LastRun.read(new TargetFolder(folder, workspace.secrets()::mask)));
    }

    public static Retrying of(ParsedProject project) {
        return new Retrying(project, WarehouseState.look(project, new TreeSet<>()));
    }

    /** @throws ProblemsFound when nothing is left to do */
    public Work work() {
        String target = project.loaded().project().target().name();
        Optional<LastRun> newest = LastRun.read(project.loaded().target());
        Optional<LastRun> last = newest.filter(run -> run.target().equals(target));
        Set<ResourceId> relations = unpublished();
        Set<ResourceId> unfinished = last.map(this::unfinished).orElse(Set.of());
        if (relations.isEmpty() && unfinished.isEmpty()) {
            throw new ProblemsFound(nothing(target, newest, last.isPresent()));
        }
        if (relations.isEmpty()
                && last.filter(run -> run.command().equals("test")).isPresent()) {
            return new Work(PlanRequest.Mode.TEST, unfinished);
        }
        var chosen = new TreeSet<>(relations);
        chosen.addAll(unfinished);
        project.manifest().testsOf(chosen).map(DataTest::id).forEach(chosen::add);
        return new Work(PlanRequest.Mode.BUILD, chosen);
    }

    /** What another target has begun and not ended is known there only: the last run says which target is looked at. */
    private static Diagnostic nothing(String target, Optional<LastRun> newest, boolean isHere) {
        Diagnostic problem = Diagnostic.error(
                        Code.NOTHING_TO_RETRY, "there is nothing to retry on target `" + target + "`")
                .note(
                        isHere
                                ? "all that earlier runs have begun there is published, and every test of the last one"
                                        + " passed"
                                : "no run that was begun there waits, and the target folder tells of none");
        return newest.filter(run -> !isHere)
                .map(run -> problem.help(
                        "the last run was on target `" + run.target() + "`: assay retry --target " + run.target()))
                .orElseGet(() -> isHere
                        ? problem.help("if another target has held candidates: assay retry --target NAME")
                        : problem);
    }

    private Set<ResourceId> unpublished() {
        Duration kept =
                Duration.ofHours(project.loaded().project().file().quality().keepCandidatesHours());
        Instant oldest = project.loaded().workspace().clock().instant().minus(kept);
        return warehouseState.known().waiting().values().stream()
                .filter(entry -> entry.since().isAfter(oldest))
                .map(Entry::node)
                .filter(id -> project.manifest().find(id).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The registry knows what a run that was broken off has published before. Tests belong to what is built once more. */
    private Set<ResourceId> unfinished(LastRun run) {
        Set<ResourceId> known = known(run.unfinished());
        if (run.isBrokenOff()) {
            boolean builds = !run.command().equals("test");
            known.removeIf(id -> builds && project.manifest().get(id) instanceof DataTest);
            known.removeIf(id -> warehouseState
                    .known()
                    .publishedOf(id)
                    .filter(entry -> entry.runId().equals(run.invocationId()))
                    .isPresent());
        }
        return known;
    }

    private Set<ResourceId> known(Iterable<ResourceId> ids) {
        var known = new TreeSet<ResourceId>();
        ids.forEach(id -> project.manifest()
                .find(id)
                .filter(there -> there instanceof Relational || there instanceof DataTest)
                .ifPresent(there -> known.add(id)));
        return known;
    }
}
