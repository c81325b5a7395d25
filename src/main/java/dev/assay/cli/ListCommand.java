package dev.assay.cli;

import dev.assay.app.Listing;
import dev.assay.report.Report;
import dev.assay.select.Selection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay ls}. */
@Command(name = "ls", aliases = "list", description = "Print what is selected, one a line.")
final class ListCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--output", paramLabel = "FORM", description = "selector, name, path or json.")
    private Listing.Form form = Listing.Form.SELECTOR;

    @Option(
            names = "--output-keys",
            arity = "1..*",
            paramLabel = "KEY",
            description = "The fields of json, dots go deeper.")
    private List<String> keys = List.of();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but problems and data.")
    @SuppressWarnings("UnusedVariable") // only data and problems are printed anyway
    private boolean quiet;

    ListCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Report report = Reports.quiet(world);
        var parsed = new Stage(world, project, report, Map.of()).parsed();
        Selection selected = parsed.select(selection.request());
        if (!selected.warnings().isEmpty()) {
            report.problems(selected.warnings());
        }
        Listing.lines(parsed, selected, form, keys).forEach(line -> world.out().print(line + "\n"));
        return selected.ids().isEmpty() && selection.failsOnEmpty() ? ExitCode.USAGE : ExitCode.GOOD;
    }
}
