package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Section;
import dev.assay.project.NotImplemented;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an entry of {@code models}, {@code seeds}, {@code analyses}, {@code data_tests} or {@code macros}. */
record PatchReader(YamlContext context, Section section) {

    /** Words that may stand beside {@code config} as well as in it. */
    private static final List<String> BESIDES =
            List.of("meta", "tags", "docs", "group", "access", "contract", "checks", "lineage", "freshness");

    private static final List<String> NOT_YET = List.of("versions", "latest_version", "time_spine");
    private static final List<String> IGNORED = List.of("deprecation_date", "primary_key");
    private static final Keys ARGUMENT = Keys.of("name", "type", "description");

    Optional<Declared> read(Yaml item) {
        return context.named(item, section.word(), section.keys(), section.settings())
                .map(this::patch);
    }

    private Declared patch(Fields fields) {
        NOT_YET.stream()
                .filter(fields::has)
                .forEach(key -> context.problems()
                        .add(Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                fields.place(key),
                                "`" + key + "` of a model is not supported yet")));
        IGNORED.stream()
                .filter(fields::has)
                .forEach(key -> context.problems().add(NotImplemented.warning(key, fields.place(key))));
        String[] besides = Stream.concat(BESIDES.stream(), Stream.empty())
                .filter(key -> section.keys().knows(key))
                .filter(key -> section.settings().knows(key))
                .toArray(String[]::new);
        var columns = new ColumnReader(context).read(fields);
        var tests = new ArrayList<>(columns.tests());
        if (section.keys().knows("data_tests")) {
            context.tests(fields)
                    .forEach(test -> tests.add(new Declared.TestUse(test, Optional.empty(), context.file())));
        }
        if (section == Section.MACROS) {
            arguments(fields);
        }
        Constraints constraints = Constraints.of(context, fields);
        return new Declared.Patch(
                section,
                fields.text("name").orElseThrow(),
                context.nameSpan(fields),
                context.file(),
                context.descriptions().of(fields),
                context.config(fields, section.settings(), besides).and(layer(constraints, fields)),
                columns.columns(),
                Stream.concat(columns.targets().stream(), constraints.targets().stream())
                        .toList(),
                tests);
    }

    private static Layer layer(Constraints constraints, Fields fields) {
        return constraints.written().isEmpty()
                ? Layer.NONE
                : Layer.of("constraints", constraints.written(), fields.place("constraints"));
    }

    private void arguments(Fields fields) {
        fields.each("arguments", "an argument of " + fields.what())
                .forEach(argument -> argument.only(ARGUMENT).required("name"));
    }
}
