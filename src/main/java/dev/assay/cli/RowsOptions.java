package dev.assay.cli;

import dev.assay.report.TableDrawing;
import dev.assay.sql.Rows;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command speaks whose answer is rows: they go to standard output, and what else there is to say is problems. */
final class RowsOptions {

    enum Form {
        table,
        text,
        csv,
        json
    }

    @Option(names = "--output", paramLabel = "FORM", description = "table, csv or json.")
    private Form form = Form.table;

    @Mixin
    private SpeechOptions speech;

    Voice voice(ProcessContext world) {
        return speech.voice(world, Reports::data);
    }

    /** Something to know about the rows, beside them. */
    void aside(ProcessContext world, String verb, String words) {
        speech.aside(world, verb, words);
    }

    String print(Rows rows) {
        return switch (form) {
            case table, text -> TableDrawing.text(rows);
            case csv -> TableDrawing.csv(rows);
            case json -> TableDrawing.json(rows);
        };
    }

    /** Rows that tell of relations, and are none of their rows. */
    String printReport(Rows rows) {
        return switch (form) {
            case table, text -> TableDrawing.blank(rows);
            case csv, json -> print(rows);
        };
    }

    int exit(int code) {
        return speech.exit(code);
    }
}
