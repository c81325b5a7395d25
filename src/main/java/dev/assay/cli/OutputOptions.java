package dev.assay.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command speaks that gives no data. */
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

    @Mixin
    private SpeechOptions speech;

    Voice voice(ProcessContext world) {
        return speech.voice(world, form == Form.json ? Reports::json : Reports::text);
    }

    /** For a call whose answer is data. */
    Voice besideData(ProcessContext world) {
        return speech.voice(world, form == Form.json ? Reports::json : Reports::data);
    }

    boolean isJson() {
        return form == Form.json;
    }

    int exit(int code) {
        return speech.exit(code);
    }
}
