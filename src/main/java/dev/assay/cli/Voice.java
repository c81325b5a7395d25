package dev.assay.cli;

import dev.assay.app.LoadedProject;
import dev.assay.artifact.LogFile;
import dev.assay.report.BothReports;
import dev.assay.report.ConsoleReport;
import dev.assay.report.JsonLinesReport;
import dev.assay.report.Output;
import dev.assay.report.Report;
import dev.assay.report.SentStatement;
import dev.assay.report.Warnings;
import dev.assay.sql.Statement;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** All through which one call speaks: the face that somebody looks at, the log, and with {@code --debug} every statement. */
final class Voice {

    /** How the log is written. */
    enum LogForm {
        text,
        json
    }

    private final ProcessContext world;
    private final LogForm form;
    private final boolean debug;
    private final LogFile file;
    private final PrintStream log;
    private final Warnings warnings = new Warnings();
    private final Report report;

    /**
     * @param face the one that somebody looks at
     */
    Voice(ProcessContext world, Report face, LogForm form, boolean debug) {
        this.world = world;
        this.form = form;
        this.debug = debug;
        this.file = new LogFile(this::kept);
        this.log = new PrintStream(file, false, StandardCharsets.UTF_8);
        Report written = form == LogForm.json
                ? new JsonLinesReport(log, world.clock())
                : new ConsoleReport(Output.plain(log), world.clock());
        this.report = new BothReports(face, new BothReports(written, warnings));
    }

    Report report() {
        return report;
    }

    /** Whether anything was told that is no error and still worth a look. */
    boolean warned() {
        return warnings.any();
    }

    /** From here on the log can be written; the project's statements are watched where that is wanted. */
    LoadedProject follow(LoadedProject loaded) {
        file.open(loaded.target());
        return debug ? loaded.watched(this::sent) : loaded;
    }

    /** The first line of a call in the log. */
    void begin(String command) {
        log.print(
                form == LogForm.json
                        ? ""
                        : "assay " + world.version() + ", call " + world.clock().instant() + ": " + command + "\n");
    }

    private void sent(Statement statement, Instant at, Duration took, Optional<String> refusal) {
        var sent = new SentStatement(statement, at, took, refusal);
        world.err().print(sent.text());
        world.err().flush();
        log.print(form == LogForm.json ? sent.json() : sent.text());
    }

    private String kept(String line) {
        String masked = world.secrets().mask(line);
        return form == LogForm.json ? masked : world.clock().instant().truncatedTo(ChronoUnit.MILLIS) + " " + masked;
    }
}
