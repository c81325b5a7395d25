package dev.assay.cli;

import dev.assay.app.InlineSql;
import dev.assay.app.ParsedProject;
import dev.assay.app.Showing;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.sql.Rows;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay show}. */
@Command(name = "show", description = "Show the first rows of a model, of SQL, or of what a test finds.")
final class ShowCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--inline",
            paramLabel = "SQL",
            description = "SQL in the project's names: 'select * from $${ref(\"orders\")}'.")
    private String inline;

    @Option(names = "--test", paramLabel = "TEST", description = "The failing rows of a test.")
    private String test;

    @Option(names = "--limit", paramLabel = "N", description = "How many rows; 5 by default, -1 for all.")
    private int limit = 5;

    @Mixin
    private RowsOptions output;

    ShowCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        requireOne();
        var stage = new CommandContext(world, project, voice(), "show");
        Rows rows = rows(stage);
        stage.passOn();
        world.out().print(output.print(rows));
        return output.exit(ExitCode.GOOD);
    }

    private void requireOne() {
        if (limit < -1) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, "--limit takes a number of rows, or -1 for all"));
        }
        long asked = Stream.of(inline != null, test != null, selection.isGiven())
                .filter(given -> given)
                .count();
        if (asked != 1) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, "show takes one of --select, --inline and --test")
                    .help("assay show --select orders --limit 20"));
        }
    }

    private Rows rows(CommandContext stage) {
        if (inline != null) {
            InlineSql typed = InlineSql.of("--inline", inline);
            return stage.reading(Optional.of(typed), parsed -> new Showing(parsed, limit).inline(typed));
        }
        return stage.reading(parsed -> rows(parsed));
    }

    private Rows rows(ParsedProject parsed) {
        var showing = new Showing(parsed, limit);
        return test != null ? failing(showing) : showing.selected(selection.of(parsed, voice().report()));
    }

    private Rows failing(Showing showing) {
        Showing.Failing failing = showing.failing(test);
        failing.candidate()
                .ifPresent(name ->
                        output.aside(world, "Test", "on the candidate of " + name + " that is held from readers"));
        return failing.rows();
    }
}
