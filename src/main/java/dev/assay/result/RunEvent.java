package dev.assay.result;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import java.time.Duration;
import java.util.List;

/** Something that happened during a run, in the order in which it happened. */
public sealed interface RunEvent {

    record RunStarted(RunHeader header, List<Planned> planned) implements RunEvent {}

    /** The registry knows what the run is going to build. If the process is killed from now on, there is something to retry. */
    record Registered() implements RunEvent {}

    /** A node that will be worked on; expected is how long it took last time, zero when unknown. */
    record Planned(ResourceId id, String name, String action, Duration expected) {}

    record NodeStarted(ResourceId id, String name, String action) implements RunEvent {}

    /** Built and tested, or failed at it, or skipped. Whether it is held is known only at the cut. */
    record NodeFinished(NodeResult result) implements RunEvent {}

    /** A test that stands alone: over several nodes, or of a test command. */
    record TestFinished(TestResult result) implements RunEvent {}

    /** Skipped if it was interrupted. */
    record HookFinished(String name, Status status, Duration took, List<Diagnostic> problems) implements RunEvent {}

    record Retried(ResourceId id, int attempt, String reason, Duration pause) implements RunEvent {}

    record Published(Publication publication, Duration took) implements RunEvent {}

    /** What a template said by {@code log} or {@code warn}, and what the engine wants to be known. */
    record Said(Diagnostic.Level level, String message) implements RunEvent {}

    /** Nothing has happened for a moment; a live line may want to move on. */
    record Tick() implements RunEvent {}

    record RunFinished(RunResult result) implements RunEvent {}
}
