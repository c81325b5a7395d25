package dev.assay.run;

import dev.assay.app.Building;
import dev.assay.app.LoadedProject;
import dev.assay.app.RunOptions;
import dev.assay.app.Workspace;
import dev.assay.connect.Interruption;
import dev.assay.connect.Lease;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.plan.PlanRequest;
import dev.assay.project.Invocation;
import dev.assay.project.Secrets;
import dev.assay.project.TemplateVoice;
import dev.assay.result.RunListener;
import dev.assay.select.SelectionRequest;
import dev.assay.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A build that counts what it says to its warehouse, and kills its own process after one of those words. */
final class KilledBuild {

    private KilledBuild() {}

    public static void main(String[] args) {
        var left = new AtomicInteger(Integer.parseInt(args[0]));
        var invocation = new Invocation(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Invocation.Options.NONE,
                UUID.randomUUID().toString(),
                Clock.systemUTC().instant());
        var interruption = new Interruption();
        LoadedProject loaded = new Workspace(
                        invocation, new Secrets(), new Silent(), Clock.systemUTC(), Lease.IMPATIENT, "test")
                .load()
                .watched((statement, at, took, refusal) -> {
                    if (left.decrementAndGet() == 0) {
                        kill();
                    }
                });
        var faces = new Building.Faces(RunListener.SILENT, problems -> {}, (problem, rows) -> "");
        var options = new RunOptions(
                "build",
                PlanRequest.Mode.BUILD,
                SelectionRequest.everything(),
                Optional.empty(),
                true,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false);
        new Building(loaded.parse(), options, Map.of(), "test", faces).run(interruption);
    }

    private static final class Silent implements TemplateVoice {
        @Override
        public void log(String words, Span place) {}

        @Override
        public void warn(Diagnostic warning) {}
    }

    /** No hook of the virtual machine runs, no destructor of the engine. */
    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(60_000);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
