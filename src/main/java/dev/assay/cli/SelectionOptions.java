package dev.assay.cli;

import dev.assay.app.ParsedProject;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.ResourceType;
import dev.assay.report.Report;
import dev.assay.select.Indirect;
import dev.assay.select.Selection;
import dev.assay.select.SelectionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What to work on. */
final class SelectionOptions {

    @Option(
            names = {"-s", "--select", "-m", "--models"},
            arity = "1..*",
            paramLabel = "TERM",
            description = "What to work on: names, tag:x, path:models/gold, +x+, @x; several terms add up, a comma"
                    + " intersects.")
    private List<String> select = List.of();

    @Option(names = "--exclude", arity = "1..*", paramLabel = "TERM", description = "What to leave out.")
    private List<String> exclude = List.of();

    @Option(names = "--selector", paramLabel = "NAME", description = "A selection of selectors.yml.")
    private String selector;

    @Option(
            names = "--indirect-selection",
            paramLabel = "MODE",
            description = "Which tests come along: eager, cautious, buildable, empty.")
    private Indirect indirect = Indirect.EAGER;

    @Option(
            names = {"--resource-type", "--resource-types"},
            arity = "1..*",
            split = " +",
            hideParamSyntax = true,
            paramLabel = "TYPE...",
            description = "Only these: model, seed, test, source …")
    private List<ResourceTypeWord> types = List.of();

    @Option(
            names = {"--exclude-resource-type", "--exclude-resource-types"},
            arity = "1..*",
            split = " +",
            hideParamSyntax = true,
            paramLabel = "TYPE...",
            description = "None of these.")
    private List<ResourceTypeWord> excludedTypes = List.of();

    @Option(names = "--fail-on-empty", description = "Exit with 2 when nothing is selected.")
    private boolean failOnEmpty;

    /** The words of resource types as users type them. */
    enum ResourceTypeWord {
        model,
        seed,
        source,
        test,
        analysis,
        exposure;

        ResourceType type() {
            return ResourceType.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    SelectionRequest request() {
        return new SelectionRequest(
                select, exclude, Optional.ofNullable(selector), indirect, set(types), set(excludedTypes));
    }

    boolean isGiven() {
        return !select.isEmpty() || selector != null;
    }

    /** What is meant; terms that match nothing are told. */
    Selection of(ParsedProject parsed, Report report) {
        Selection selected = parsed.select(request());
        if (!selected.warnings().isEmpty()) {
            report.problems(selected.warnings());
        }
        requireSome(!selected.ids().isEmpty(), List.of());
        return selected;
    }

    /**
     * @param warnings that are not told yet
     * @throws ProblemsFound with {@code --fail-on-empty} when there is nothing to do
     */
    void requireSome(boolean some, List<Diagnostic> warnings) {
        if (failOnEmpty && !some) {
            var problems = new ArrayList<>(warnings);
            problems.add(Diagnostic.error(Code.SELECTION_EMPTY, "nothing is selected")
                    .note("`--fail-on-empty` makes this an error"));
            throw new ProblemsFound(problems);
        }
    }

    Map<String, Object> given() {
        var given = new TreeMap<String, Object>();
        given.put("select", select);
        given.put("exclude", exclude);
        if (selector != null) {
            given.put("selector", selector);
        }
        given.put("indirect_selection", indirect.name().toLowerCase(Locale.ROOT));
        return given;
    }

    private static Set<ResourceType> set(List<ResourceTypeWord> words) {
        var set = new TreeSet<ResourceType>();
        words.forEach(word -> set.add(word.type()));
        return set;
    }
}
