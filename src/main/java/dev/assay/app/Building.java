package dev.assay.app;

import dev.assay.artifact.AssayFile;
import dev.assay.artifact.AtWork;
import dev.assay.artifact.BegunRun;
import dev.assay.artifact.CompiledFiles;
import dev.assay.artifact.FailuresFile;
import dev.assay.artifact.JUnitFile;
import dev.assay.artifact.LastRun;
import dev.assay.artifact.ManifestFile;
import dev.assay.artifact.OutdatedFiles;
import dev.assay.artifact.RunFacts;
import dev.assay.artifact.RunResultsFile;
import dev.assay.artifact.TargetFolder;
import dev.assay.connect.Interruption;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Few;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.result.NodeResult;
import dev.assay.result.RunEvent;
import dev.assay.result.RunListener;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.run.ReadAhead;
import dev.assay.sql.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Build, run, seed, test: plans, carries out, leaves the artifacts. */
public final class Building {

    private static final int MOST_NAMED = 4;

    private final ParsedProject project;
    private final Map<String, Object> given;
    private final String version;
    private final String command;
    private final Faces faces;
    private final TargetFolder target;
    private final Optional<LastRun> before;
    private final ReadAhead seeds;
    private final PlannedRun planned;

    /**
     * Where a run is heard.
     *
     * @param problems takes warnings that the plan brings
     * @param drawn a problem as text with the rows that show it, for files that hold text
     */
    public record Faces(
            RunListener listener,
            Consumer<List<Diagnostic>> problems,
            BiFunction<Diagnostic, Optional<Rows>, String> drawn) {}

    public Building(ParsedProject project, RunOptions options, Map<String, Object> given, String version, Faces faces) {
        this(project, options, given, version, faces, project, Planning::plan);
    }

    /**
     * @param chosen nodes that were chosen in another way than by a selection
     */
    public Building(
            ParsedProject project,
            RunOptions options,
            Map<String, Object> given,
            String version,
            Faces faces,
            Set<ResourceId> chosen) {
        this(
                project,
                options,
                given,
                version,
                faces,
                project,
                (planning, earlier) -> planning.plan(chosen, List.of(), earlier));
    }

    /** Publishes what earlier runs have built. */
    public Building(
            ParsedProject project,
            RunOptions options,
            Map<String, Object> given,
            String version,
            Faces faces,
            HeldPublishing.Release release) {
        this(
                project,
                options,
                given,
                version,
                faces,
                release.project(),
                (planning, earlier) -> planning.asPlanned(release, earlier));
    }

    /** @param carriedOut the project as the run sees it; artifacts show the project as it is */
    private Building(
            ParsedProject project,
            RunOptions options,
            Map<String, Object> given,
            String version,
            Faces faces,
            ParsedProject carriedOut,
            BiFunction<Planning, Planning.EarlierRun, PlannedRun> plan) {
        this.project = project;
        this.given = given;
        this.version = version;
        this.command = options.command();
        this.faces = faces;
        this.target = project.loaded().target();
        this.before = LastRun.read(target);
        var earlier = new Planning.EarlierRun(
                before.map(LastRun::durations).map(Map::copyOf).orElse(Map.of()),
                (test, rows) -> FailuresFile.write(target, test.name(), rows));
        this.seeds = new ReadAhead(new SeedReading(project, options.empty()));
        this.planned = planned(() -> plan.apply(new Planning(carriedOut, options, seeds), earlier));
    }

    /** What is refused here has looked at the warehouse, and nobody else lets go of it. */
    private PlannedRun planned(Supplier<PlannedRun> planning) {
        boolean good = false;
        try {
            PlannedRun made = planning.get();
            good = true;
            return made;
        } finally {
            if (!good) {
                letGo();
            }
        }
    }

    private void letGo() {
        seeds.close();
        project.loaded().warehouse().close();
    }

    public PlannedRun plan() {
        return planned;
    }

    /** Artifacts are written whatever came of the run: who looks for the cause needs them most. */
    public RunResult run(Interruption interruption) {
        if (!planned.warnings().isEmpty()) {
            faces.problems().accept(planned.warnings());
        }
        target.requireWritable();
        AtWork atWork = AtWork.in(target, command);
        try {
            tellAlong();
            RunResult result = execute(interruption);
            write(result);
            return result;
        } finally {
            atWork.close();
        }
    }

    private void tellAlong() {
        if (!planned.implied().isEmpty()) {
            List<String> names = planned.implied().stream()
                    .map(id -> project.manifest().get(id).name())
                    .toList();
            String words = "built along, for readers see " + (names.size() == 1 ? "it" : "them")
                    + " change with what was asked for: " + Few.of(names, MOST_NAMED);
            faces.listener().on(new RunEvent.Said(Diagnostic.Level.NOTE, words));
        }
    }

    /** The next process may have the warehouse as soon as the run is over. */
    private RunResult execute(Interruption interruption) {
        try {
            return planned.execute(this::on, interruption);
        } finally {
            letGo();
        }
    }

    private void on(RunEvent event) {
        if (event instanceof RunEvent.Registered) {
            BegunRun.write(target, planned.header(), facts(Map.of()));
        }
        faces.listener().on(event);
    }

    private void write(RunResult result) {
        var compiled = new HashMap<ResourceId, String>();
        var files = new CompiledFiles(target);
        for (NodeResult node : result.nodes()) {
            Resource resource = project.manifest().get(node.id());
            if (!node.compiled().isEmpty()) {
                compiled.put(node.id(), node.compiled());
                files.compiled(resource, node.compiled());
            }
            if (!node.ran().isEmpty()) {
                files.run(resource, node.ran());
            }
        }
        result.allTests().stream().filter(test -> !test.compiled().isEmpty()).forEach(test -> {
            compiled.put(test.test(), test.compiled());
            files.compiled(project.manifest().get(test.test()), test.compiled());
        });
        removeLeftovers(result);
        RunFacts facts = facts(compiled);
        ManifestFile.write(target, project.manifest(), facts);
        RunResultsFile.write(target, result, facts);
        AssayFile.write(target, result, facts, before);
        BegunRun.remove(target);
        JUnitFile.write(target, result, faces.drawn());
        project.writeNames();
    }

    private void removeLeftovers(RunResult result) {
        var leftovers = new OutdatedFiles(target);
        leftovers.ofPassed(result.allTests().stream()
                .filter(test -> test.status() == Status.PASS)
                .map(test -> project.manifest().get(test.test()).name())
                .toList());
        if (project.hasAll(planned.plan().byId().keySet())) {
            leftovers.ofGone(project.manifest().resources().values());
        }
    }

    private RunFacts facts(Map<ResourceId, String> compiled) {
        return project.facts(
                version,
                given,
                planned.plan().nodes().stream().map(node -> node.id()).toList(),
                compiled);
    }
}
