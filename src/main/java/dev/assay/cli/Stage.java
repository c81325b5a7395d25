package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.LoadedProject;
import dev.assay.app.ParsedProject;
import dev.assay.app.Workspace;
import dev.assay.report.DiagnosticDrawing;
import dev.assay.report.Report;
import dev.assay.result.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The first steps of nearly every command: read the project, understand it, say so. */
final class Stage {

    private final World world;
    private final Report report;
    private final Workspace workspace;

    Stage(World world, ProjectOptions project, OutputOptions output, Map<String, Object> flags) {
        this(world, project, output.report(world), flags);
    }

    Stage(World world, ProjectOptions project, Report report, Map<String, Object> flags) {
        this.world = world;
        this.report = report;
        this.workspace = project.workspace(world, (level, words) -> report.on(new RunEvent.Said(level, words)), flags);
    }

    Report report() {
        return report;
    }

    Building.Faces faces() {
        return new Building.Faces(report, report::problems, DiagnosticDrawing.PLAIN::draw);
    }

    Workspace workspace() {
        return workspace;
    }

    LoadedProject loaded() {
        return workspace.load();
    }

    ParsedProject parsed() {
        Instant began = world.clock().instant();
        LoadedProject loaded = workspace.load();
        report.project(loaded.header("parse"));
        ParsedProject parsed = loaded.parse();
        report.parsed(
                loaded.tree().entries().size(),
                parsed.manifest(),
                Duration.between(began, world.clock().instant()));
        if (!parsed.warnings().isEmpty()) {
            report.problems(parsed.warnings());
        }
        return parsed;
    }
}
