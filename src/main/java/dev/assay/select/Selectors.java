package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named selections of a project. Those that exist inherit from none that is missing and never from themselves. */
public final class Selectors {

    public static final Selectors NONE = new Selectors(List.of());

    private final Map<String, NamedSelector> byName = new LinkedHashMap<>();

    Selectors(List<NamedSelector> selectors) {
        selectors.forEach(selector -> byName.put(selector.name(), selector));
    }

    /** Reads {@code selectors.yml}; all that is wrong in it is told at once. */
    public static Selectors read(SourceFile file) {
        return SelectorsReader.read(file);
    }

    /** In the order of the file: for completion and for listing. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The one that holds where the command line says nothing. */
    public Optional<String> standard() {
        return byName.values().stream()
                .filter(NamedSelector::standard)
                .map(NamedSelector::name)
                .findFirst();
    }

    NamedSelector get(String name, Span place) {
        NamedSelector selector = byName.get(name);
        if (selector == null) {
            throw new ProblemsFound(unknown(name, place));
        }
        return selector;
    }

    Optional<NamedSelector> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Diagnostic unknown(String name, Span place) {
        var problem = Diagnostic.error(Code.UNKNOWN_SELECTOR, place, "no selector is called `" + name + "`");
        List<String> near = Spelling.near(name, byName.keySet());
        if (!near.isEmpty()) {
            return problem.help("a similar one exists: " + Quoted.list(near));
        }
        return byName.isEmpty()
                ? problem.note("the project defines no selectors: they stand in selectors.yml beside assay_project.yml")
                : problem.note("there are: " + Quoted.list(byName.keySet()));
    }
}
