package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.InlineSql;
import dev.assay.app.LoadedProject;
import dev.assay.app.ParsedProject;
import dev.assay.app.Workspace;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.report.DiagnosticDrawing;
import dev.assay.report.Report;
import dev.assay.result.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The first steps of nearly every command: read the project, understand it, say so. */
final class CommandContext {

    private final ProcessContext world;
    private final Voice voice;
    private final Workspace workspace;
    private final TemplateLog said = new TemplateLog();
    private final String command;

    /** @param command as typed: templates see it as {@code flags.command} */
    CommandContext(ProcessContext world, ProjectOptions project, Voice voice, String command) {
        this(world, project, voice, command, Map.of());
    }

    CommandContext(ProcessContext world, ProjectOptions project, Voice voice, String command, boolean fullRefresh) {
        this(world, project, voice, command, Map.of("full_refresh", fullRefresh));
    }

    private CommandContext(
            ProcessContext world, ProjectOptions project, Voice voice, String command, Map<String, Object> further) {
        this.world = world;
        this.voice = voice;
        this.command = command;
        var flags = new TreeMap<>(further);
        flags.put("command", command);
        this.workspace = project.workspace(
                world, said, words -> report().on(new RunEvent.Said(Diagnostic.Level.NOTE, words)), flags);
    }

    Report report() {
        return voice.report();
    }

    Building.Faces faces() {
        return new Building.Faces(this::heard, report()::problems, DiagnosticDrawing.PLAIN::draw);
    }

    private void heard(RunEvent event) {
        passOn();
        report().on(event);
    }

    /** What templates have said meanwhile. */
    void passOn() {
        said.passOn(report());
    }

    LoadedProject loaded() {
        return voice.follow(workspace.load());
    }

    ParsedProject parsed() {
        Instant began = world.clock().instant();
        return parsed(loaded(), Optional.empty(), began);
    }

    /** The work of a command that has let go of the warehouse in the end. */
    <T> T changing(Function<ParsedProject, T> work) {
        Instant began = world.clock().instant();
        return closing(loaded(), Optional.empty(), began, work);
    }

    /** The same, of a command that changes nothing in the warehouse. */
    <T> T reading(Function<ParsedProject, T> work) {
        return reading(Optional.empty(), work);
    }

    /**
     * @param inline SQL that was typed and belongs to the project for this call
     */
    <T> T reading(Optional<InlineSql> inline, Function<ParsedProject, T> work) {
        Instant began = world.clock().instant();
        return closing(loaded().forReading(), inline, began, work);
    }

    private <T> T closing(
            LoadedProject loaded, Optional<InlineSql> inline, Instant began, Function<ParsedProject, T> work) {
        try {
            return work.apply(parsed(loaded, inline, began));
        } finally {
            loaded.warehouse().close();
        }
    }

    private ParsedProject parsed(LoadedProject loaded, Optional<InlineSql> inline, Instant began) {
        report().project(loaded.header(command));
        ParsedProject parsed = inline.map(loaded::parse).orElseGet(loaded::parse);
        passOn();
        report().parsed(
                        loaded.fileCount(),
                        parsed.manifest(),
                        Duration.between(began, world.clock().instant()));
        if (!parsed.warnings().isEmpty()) {
            report().problems(parsed.warnings());
        }
        return parsed;
    }
}
