package dev.assay.cli;

import dev.assay.report.Report;
import picocli.CommandLine.Option;

/** How a command speaks. */
final class OutputOptions {

    enum Form {
        text,
        json
    }

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "text or json; json gives a line for each event on stdout.")
    private Form form = Form.text;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but problems and data.")
    private boolean quiet;

    Report report(World world) {
        if (form == Form.json) {
            return Reports.json(world);
        }
        return quiet ? Reports.quiet(world) : Reports.text(world);
    }

    boolean isJson() {
        return form == Form.json;
    }
}
