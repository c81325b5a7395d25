package dev.assay.cli;

import dev.assay.app.Listing;
import dev.assay.select.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay ls}. */
@Command(name = "ls", aliases = "list", description = "Print what is selected, one a line.")
final class ListCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

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

    @Mixin
    private SpeechOptions speech;

    ListCommand(ProcessContext world) {
        this.world = world;
    }

    /** Data and problems, and nothing beside them. */
    @Override
    public Voice voice() {
        return speech.voice(world, Reports::data);
    }

    @Override
    public Integer call() {
        var parsed = new CommandContext(world, project, voice(), "ls").parsed();
        Selection selected = selection.of(parsed, voice().report());
        Listing.lines(parsed, selected, form, keys).forEach(line -> world.out().print(line + "\n"));
        return speech.exit(ExitCode.GOOD);
    }
}
