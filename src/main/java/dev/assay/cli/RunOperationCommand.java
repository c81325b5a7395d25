package dev.assay.cli;

import dev.assay.app.LoadedProject;
import dev.assay.app.Operation;
import dev.assay.app.ParsedProject;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay run-operation}. */
@Command(name = "run-operation", description = "Render a macro and run its SQL.")
final class RunOperationCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A macro with its file's name: money.cents.")
    private String name;

    @Option(names = "--args", paramLabel = "YAML", description = "Its arguments: '{role: reader}'.")
    private String arguments = "{}";

    @Option(
            names = "--sql",
            paramLabel = "SQL",
            description = "SQL to run in the project's names, in the place of a macro.")
    private String sql;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    RunOperationCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        if ((name == null) == (sql == null)) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, "run-operation takes a macro's name or --sql")
                    .help("assay run-operation grants.give --args '{role: reader}'"));
        }
        var stage = new CommandContext(world, project, voice(), "run-operation");
        Instant began = world.clock().instant();
        LoadedProject loaded = stage.loaded();
        Operation operation = sql != null ? Operation.sql(sql) : Operation.macro(loaded, name, arguments);
        ParsedProject parsed = loaded.parse(operation.inline());
        boolean nothing = operation.run(parsed, this::warn).isBlank();
        stage.passOn();
        Duration took = Duration.between(began, world.clock().instant());
        voice().report().step("Ran", operation.name() + (nothing ? ": it renders to no SQL" : ""), took);
        return output.exit(ExitCode.GOOD);
    }

    private void warn(List<Diagnostic> warnings) {
        if (!warnings.isEmpty()) {
            voice().report().problems(warnings);
        }
    }
}
