package dev.assay.parse.declarations;

import dev.assay.parse.settings.Section;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one YAML file: its facts depend on nothing but its text, the variables and the blocks of text. */
public final class ResourceFile {

    /** What is read and left alone, and what one of them is called. */
    private static final Map<String, String> NOT_YET = Map.of(
            "snapshots", "snapshot",
            "unit_tests", "unit test",
            "reconciliations", "reconciliation",
            "waivers", "waiver",
            "metrics", "metric",
            "semantic_models", "semantic model",
            "saved_queries", "saved query",
            "functions", "function");

    private static final Keys KEYS = new Keys(Stream.of(
                    Stream.of("version", "anchors", "sources", "exposures", "groups"),
                    Arrays.stream(Section.values()).map(Section::key),
                    NOT_YET.keySet().stream().sorted())
            .flatMap(keys -> keys)
            .toList());

    private final YamlContext context;
    private final Optional<String> database;
    private final List<Declared> found = new ArrayList<>();

    private ResourceFile(YamlContext context, Optional<String> database) {
        this.context = context;
        this.database = database;
    }

    public static List<Declared> read(YamlContext context, Optional<String> database) {
        var file = new ResourceFile(context, database);
        file.read(YamlReader.fields(context.file().file(), context.file().file().path(), context.problems()));
        return List.copyOf(file.found);
    }

    private void read(Fields fields) {
        fields.only(KEYS);
        fields.text("version")
                .filter(version -> !version.matches("2(\\.0)?"))
                .ifPresent(version -> context.problems()
                        .add(fields.wrong("version", fields.value("version").orElseThrow(), "2")));
        for (Section section : Section.values()) {
            var reader = new PatchReader(context, section);
            each(fields, section.key(), reader::read);
        }
        var sources = new SourceReader(context, database);
        list(fields, "sources").forEach(item -> found.addAll(sources.read(item)));
        var uses = new UseReader(context);
        each(fields, "exposures", uses::exposure);
        each(fields, "groups", uses::group);
        NOT_YET.forEach((key, word) -> list(fields, key).forEach(item -> keepOut(word, item)));
    }

    private void each(Fields fields, String key, Function<Yaml, Optional<Declared>> reading) {
        list(fields, key).forEach(item -> reading.apply(item).ifPresent(found::add));
    }

    private List<Yaml> list(Fields fields, String key) {
        Optional<Yaml> value = fields.value(key);
        if (value.isPresent() && !(value.get() instanceof Yaml.Sequence)) {
            context.problems().add(fields.wrong(key, value.get(), "a list"));
            return List.of();
        }
        return fields.items(key);
    }

    private void keepOut(String word, Yaml item) {
        Optional<Yaml> name = item instanceof Yaml.Mapping mapping
                ? mapping.get("name").or(() -> mapping.get("test"))
                : Optional.empty();
        String called = name.map(value -> String.valueOf(value.plain())).orElse("");
        found.add(Declared.KeptOut.told(word, called, name.map(Yaml::span).orElseGet(item::span), context.problems()));
    }
}
