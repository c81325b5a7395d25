package dev.assay.artifact;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.result.RunHeader;
import java.io.IOException;
import java.nio.file.Files;

/**
 * {@code begun.json}: the run that works now. {@link AssayFile} takes its place at the end of the run. If the process is killed
 * or loses the warehouse, the file stays, and {@link LastRun} reads what the run was told to do.
 */
public final class BegunRun {

    static final String NAME = "begun.json";

    private BegunRun() {}

    /** @throws ProblemsFound when the folder cannot be written */
    public static void write(TargetFolder target, RunHeader header, RunFacts facts) {
        target.writeJson(NAME, json -> {
            json.object().field("assay_shape", AssayFile.SHAPE).field("assay_version", facts.assayVersion());
            json.object("run")
                    .field("id", header.invocationId())
                    .field("command", header.command())
                    .field("options", facts.options())
                    .field("target", header.target())
                    .field("started", header.started())
                    .end();
            json.field("selection", facts.selection());
            json.end();
        });
    }

    /** The run has left its artifacts. */
    public static void remove(TargetFolder target) {
        try {
            Files.deleteIfExists(target.file(NAME));
        } catch (IOException stays) {
            // It names a run that has its artifact, and so says nothing.
            return;
        }
    }
}
