package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.SettingReader;
import dev.assay.parse.settings.SettingTable;
import dev.assay.project.SourceTree;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One YAML file while it is read: what its entries have in common. */
public record YamlContext(SourceTree.Entry file, YamlTexts texts, Descriptions descriptions, Problems problems) {

    /** An entry with its name; empty where it has none, which is told. */
    Optional<Fields> named(Yaml item, String word, Keys keys, SettingTable settings) {
        Fields fields =
                Fields.of(item instanceof Yaml.Mapping mapping ? texts.mapping(mapping) : item, "a " + word, problems);
        boolean isMapping = item instanceof Yaml.Mapping;
        Optional<String> name = isMapping ? fields.required("name") : Optional.empty();
        Fields better =
                name.map(known -> fields.named(word + " `" + known + "`")).orElse(fields);
        check(better, keys, settings);
        return name.map(known -> better);
    }

    /** Tells of unknown keys; a setting beside {@code config} is told where it belongs. */
    void check(Fields fields, Keys keys, SettingTable settings) {
        for (Yaml.Entry entry : fields.mapping().entries()) {
            if (keys.knows(entry.key())) {
                continue;
            }
            Diagnostic problem = keys.unknown(entry, fields.what());
            boolean isSetting = keys.knows("config") && settings.knows(SettingReader.normal(entry.key()));
            problems.add(
                    isSetting ? problem.help("`" + entry.key() + "` is a setting: write it under `config:`") : problem);
        }
    }

    /** The settings of {@code config} over those that may stand beside it. */
    Layer config(Fields fields, SettingTable table, String... besides) {
        var reader = new SettingReader(table, "the config of " + fields.what(), problems);
        var outside = new ArrayList<Yaml.Entry>();
        for (String key : besides) {
            fields.mapping().entries().stream()
                    .filter(entry -> entry.key().equals(key))
                    .forEach(outside::add);
        }
        Layer weaker = reader.mapping(new Yaml.Mapping(outside, fields.mapping().span()));
        return fields.submapping("config").map(reader::mapping).map(weaker::and).orElse(weaker);
    }

    Span nameSpan(Fields fields) {
        return fields.value("name").map(Yaml::span).orElseGet(fields::place);
    }

    /** Both words for one list, as dbt has them. */
    List<Yaml> tests(Fields fields) {
        if (fields.has("tests") && fields.has("data_tests")) {
            problems.add(Diagnostic.error(
                            Code.WRONG_VALUE,
                            fields.place("tests"),
                            "`tests` and `data_tests` are two words for one list")
                    .other(fields.place("data_tests"), "the other one"));
        }
        var tests = new ArrayList<Yaml>();
        for (String key : List.of("data_tests", "tests")) {
            fields.value(key).ifPresent(value -> {
                if (value instanceof Yaml.Sequence list) {
                    tests.addAll(list.items());
                } else {
                    problems.add(fields.wrong(key, value, "a list"));
                }
            });
        }
        return tests;
    }
}
