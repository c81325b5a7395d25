package dev.assay.cli;

import dev.assay.app.Compilation;
import dev.assay.app.InlineSql;
import dev.assay.app.ParsedProject;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.select.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay compile}. */
@Command(name = "compile", description = "Write the SQL of every node to target/compiled; run none of it.")
final class CompileCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--inline",
            paramLabel = "SQL",
            description = "SQL to compile in the project's names; it goes to standard output.")
    private String inline;

    @Mixin
    private OutputOptions output;

    CompileCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return inline == null ? output.voice(world) : output.besideData(world);
    }

    @Override
    public Integer call() {
        var stage = new CommandContext(world, project, voice(), "compile");
        if (inline != null) {
            return inline(stage);
        }
        return stage.reading(parsed -> write(parsed, stage));
    }

    private int write(ParsedProject parsed, CommandContext stage) {
        Selection selected = selection.of(parsed, voice().report());
        Instant began = world.clock().instant();
        var given = new java.util.TreeMap<>(project.given());
        given.putAll(selection.given());
        Map<ResourceId, String> compiled = Compilation.write(parsed, selected, world.version(), given);
        stage.passOn();
        Duration took = Duration.between(began, world.clock().instant());
        voice().report()
                .step("Compiled", CompiledWords.of(compiled.keySet()) + " into " + parsed.compiledFolder(), took);
        if (selection.isGiven()) {
            onlyOne(compiled).ifPresent(this::print);
        }
        return output.exit(ExitCode.GOOD);
    }

    /** Whoever selects one node wants to read it. */
    private static Optional<String> onlyOne(Map<ResourceId, String> compiled) {
        List<String> nodes = compiled.entrySet().stream()
                .filter(entry -> compiled.size() == 1 || entry.getKey().type() != ResourceType.TEST)
                .map(Map.Entry::getValue)
                .toList();
        return nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
    }

    private void print(String sql) {
        if (!output.isJson()) {
            world.out().print(sql.stripTrailing() + "\n");
        }
    }

    private int inline(CommandContext stage) {
        InlineSql typed = InlineSql.of("--inline", inline);
        String sql = stage.reading(Optional.of(typed), parsed -> Compilation.inline(parsed, typed));
        stage.passOn();
        if (output.isJson()) {
            voice().report().line("Compiled", sql.stripTrailing());
        } else {
            print(sql);
        }
        return output.exit(ExitCode.GOOD);
    }
}
