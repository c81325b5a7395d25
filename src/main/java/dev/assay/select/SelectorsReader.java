package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.SourceFile;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code selectors.yml}: names, and the one that holds where nothing else is said. */
final class SelectorsReader {

    private static final Keys FILE = Keys.of("version", "selectors");
    private static final Keys SELECTOR = Keys.of("name", "description", "definition", "default");

    private final Problems problems = new Problems();

    private SelectorsReader() {}

    static Selectors read(SourceFile file) {
        var reader = new SelectorsReader();
        List<NamedSelector> found = reader.all(file);
        reader.onlyOneName(found);
        reader.onlyOneStandard(found);
        var selectors = new Selectors(found);
        reader.problems.addAll(new Inheritance(selectors, found).problems());
        reader.problems.throwIfErrors();
        return selectors;
    }

    private List<NamedSelector> all(SourceFile file) {
        Fields whole =
                Fields.of(YamlReader.read(file), "selectors.yml", problems).only(FILE);
        var found = new ArrayList<NamedSelector>();
        for (Fields selector : whole.each("selectors", "a selector")) {
            one(selector.only(SELECTOR)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<NamedSelector> one(Fields selector) {
        Optional<String> name = selector.required("name");
        Fields named =
                selector.named(name.map(word -> "selector `" + word + "`").orElse("a selector"));
        Optional<Yaml> definition = named.value("definition");
        if (definition.isEmpty()) {
            problems.add(Diagnostic.error(Code.MISSING_KEY, named.place(), named.what() + " has no `definition`"));
        }
        Optional<Expression> expression =
                definition.flatMap(value -> new DefinitionReader(problems, named.what()).read(value));
        boolean standard = named.flag("default").orElse(false);
        String description = named.text("description").orElse("");
        if (name.isEmpty() || expression.isEmpty()) {
            return Optional.empty();
        }
        return named.scalar("name")
                .map(scalar -> new NamedSelector(name.get(), scalar.span(), description, expression.get(), standard));
    }

    private void onlyOneName(List<NamedSelector> found) {
        for (int i = 0; i < found.size(); i++) {
            NamedSelector later = found.get(i);
            found.subList(0, i).stream()
                    .filter(earlier -> earlier.name().equals(later.name()))
                    .findFirst()
                    .ifPresent(first -> problems.add(Diagnostic.error(
                                    Code.DUPLICATE_NAME,
                                    later.place(),
                                    "two selectors are called `" + later.name() + "`")
                            .other(first.place(), "the first one")));
        }
    }

    private void onlyOneStandard(List<NamedSelector> found) {
        List<NamedSelector> standards =
                found.stream().filter(NamedSelector::standard).toList();
        if (standards.size() > 1) {
            problems.add(
                    Diagnostic.error(Code.WRONG_VALUE, standards.get(1).place(), "two selectors say `default: true`")
                            .other(standards.getFirst().place(), "the first one"));
        }
    }
}
