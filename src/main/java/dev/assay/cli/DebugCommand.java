package dev.assay.cli;

import dev.assay.app.LoadedProject;
import dev.assay.project.EnvironmentNames;
import dev.assay.project.Target;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay debug}. Tells everything that it has found before it meets what is wrong. */
@Command(name = "debug", description = "Say what was found where, and try the connection.")
final class DebugCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Option(names = "--connection", description = "Only try the connection.")
    private boolean connectionOnly;

    @Mixin
    private SpeechOptions speech;

    DebugCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return speech.voice(world, Reports::text);
    }

    @Override
    public Integer call() {
        if (!connectionOnly) {
            line("assay", "assay " + world.version());
            line("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
            line("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            line("folder", world.folder().toString());
        }
        LoadedProject loaded = new CommandContext(world, project, voice(), "debug").loaded();
        if (!connectionOnly) {
            settings(loaded);
            naming(loaded);
        }
        connect(loaded.warehouse());
        return speech.exit(ExitCode.GOOD);
    }

    private void settings(LoadedProject loaded) {
        Target target = loaded.project().target();
        var invocation = loaded.workspace().invocation();
        line(
                "project",
                loaded.project().file().name() + ", "
                        + invocation.printed(loaded.project().folder().resolve("assay_project.yml")));
        line("profiles", invocation.printed(Path.of(target.folder()).resolve("profiles.yml")));
        line("profile", target.profile());
        line("target", target.name());
        line("threads", String.valueOf(target.threads()));
        line("writes to", invocation.printed(loaded.project().targetFolder()));
    }

    private void naming(LoadedProject loaded) {
        Warehouse warehouse = loaded.warehouse();
        String schema = loaded.project().target().schema();
        line("warehouse", warehouse.label() + ", " + warehouse.address());
        line(
                "schema",
                schema + "; a model with `schema: x` goes to " + EnvironmentNames.schema(schema, Optional.of("x")));
        line("quality", loaded.project().qualitySchema() + ", for what is known of runs and publications");
        RelationName orders = RelationName.of(schema, "orders");
        line("candidates", orders + " is built and tested as " + warehouse.candidate(orders));
        line(
                "able to",
                warehouse.capabilities().stream().map(Capability::word).sorted().collect(Collectors.joining(", ")));
    }

    private void connect(Warehouse warehouse) {
        try (Warehouse reading = warehouse.forReading()) {
            reading.open().close();
            line("connection", "ok");
        } catch (WarehouseError refusal) {
            line("connection", "refused");
            throw refusal;
        }
    }

    private void line(String what, String found) {
        world.out().print(String.format("%-10s  %s%n", what, found).replace("\r\n", "\n"));
        world.out().flush();
    }
}
