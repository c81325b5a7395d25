package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.result.RunHeader;
import dev.assay.result.RunListener;
import java.time.Duration;
import java.util.List;

/** A face of everything that a command does, from its first line to its last. */
public interface Report extends RunListener {

    /** Which project, where to. */
    void project(RunHeader header);

    void parsed(int files, Manifest manifest, Duration took);

    /** A stage that is done, with what came of it: {@code Checked}, {@code 12 models: columns and types hold}. */
    void step(String verb, String words, Duration took);

    /** A line that is no result of a stage: what to type next, what was written. */
    void line(String verb, String words);

    /** The problems that ended a command, or that it wants to be known before it goes on. */
    void problems(List<Diagnostic> problems);

    /** A mistake of ours. */
    void bug(BugPage page);

    /** Time has passed. Draws anew what shows time. */
    default void tick() {}
}
