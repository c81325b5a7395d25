package dev.assay.cli;

import dev.assay.report.ConsoleReport;
import dev.assay.report.GitHubReport;
import dev.assay.report.JsonLinesReport;
import dev.assay.report.QuietReport;
import dev.assay.report.Report;

/** The face that this call wears. */
final class Reports {

    private Reports() {}

    static Report text(ProcessContext world) {
        return onGitHub(world, new ConsoleReport(world.output(), world.clock()));
    }

    static Report quiet(ProcessContext world) {
        return onGitHub(world, new QuietReport(world.output()));
    }

    /** For commands whose answer is data. */
    static Report data(ProcessContext world) {
        return onGitHub(world, QuietReport.withWarnings(world.output()));
    }

    static Report json(ProcessContext world) {
        return new JsonLinesReport(world.out(), world.clock());
    }

    private static Report onGitHub(ProcessContext world, Report report) {
        return world.onGitHub() ? new GitHubReport(world.err(), report, world::addToJobSummary) : report;
    }
}
