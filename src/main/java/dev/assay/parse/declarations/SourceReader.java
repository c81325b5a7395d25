package dev.assay.parse.declarations;

import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Merging;
import dev.assay.parse.settings.SettingTables;
import dev.assay.project.NotImplemented;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an entry of {@code sources}: what holds for all its tables, and each table. */
record SourceReader(YamlContext context, Optional<String> database) {

    private static final Keys SHARED = Keys.of(
            "name",
            "description",
            "config",
            "tags",
            "meta",
            "loader",
            "quoting",
            "freshness",
            "loaded_at_field",
            "loaded_at_query",
            "external",
            "at");
    private static final Keys SOURCE = SHARED.and("database", "schema", "tables");
    private static final Keys TABLE = SHARED.and("identifier", "columns", "data_tests", "tests", "docs");
    private static final Keys FRESHNESS = Keys.of("warn_after", "error_after", "filter");
    private static final Keys AGE = Keys.of("count", "period");
    private static final Keys QUOTING = Keys.of("database", "schema", "identifier", "column");
    private static final Keys EXTERNAL = Keys.of("location", "file_format", "options", "partitions");

    List<Declared> read(Yaml item) {
        return context.named(item, "source", SOURCE, SettingTables.SOURCE).stream()
                .flatMap(source -> tables(source).stream())
                .toList();
    }

    private List<Declared> tables(Fields source) {
        Map<String, Object> settings = settings(source);
        settings.put("source_description", context.descriptions().of(source));
        Layer config = context.config(source, SettingTables.SOURCE, "tags", "meta");
        settings.put("source_meta", Merging.config(List.of(config)).meta());
        var tables = new ArrayList<Declared>();
        for (Yaml item : source.items("tables")) {
            context.named(item, "table", TABLE, SettingTables.SOURCE)
                    .map(table -> table.named(table.what() + " of " + source.what()))
                    .ifPresent(table -> tables.add(table(source, settings, config, table)));
        }
        return tables;
    }

    private Declared table(Fields source, Map<String, Object> shared, Layer config, Fields table) {
        var settings = new LinkedHashMap<>(shared);
        settings.putAll(settings(table));
        var columns = new ColumnReader(context).read(table);
        var tests = new ArrayList<>(columns.tests());
        context.tests(table).forEach(test -> tests.add(new Declared.TestUse(test, Optional.empty(), context.file())));
        Layer all = config.and(context.config(table, SettingTables.SOURCE, "tags", "meta"));
        tellOfMeta(all);
        String sourceName = source.text("name").orElseThrow();
        String name = table.text("name").orElseThrow();
        return new Declared.Table(
                sourceName,
                name,
                context.nameSpan(table),
                external(table).or(() -> external(source)),
                context.file(),
                source.text("database").or(() -> database),
                source.text("schema").orElse(sourceName),
                table.text("identifier").orElse(name),
                context.descriptions().of(table),
                all,
                settings,
                columns.columns(),
                tests);
    }

    /** Where dbt's users of DuckDB write the files of a source. */
    private void tellOfMeta(Layer config) {
        Optional.ofNullable(config.settings().get("meta"))
                .filter(meta -> meta.value() instanceof Map<?, ?> map && map.containsKey("external_location"))
                .ifPresent(meta -> context.problems()
                        .add(NotImplemented.warning("external_location", meta.place())
                                .help("write it beside `meta`: `external: {location: …}`")));
    }

    private static Optional<Span> external(Fields owner) {
        return owner.submapping("external")
                .map(external -> external.get("location").map(Yaml::span).orElse(owner.place("external")));
    }

    private Map<String, Object> settings(Fields fields) {
        freshness(fields);
        fields.fields("quoting", "the quoting of " + fields.what()).only(QUOTING);
        fields.fields("external", "the external files of " + fields.what()).only(EXTERNAL);
        var settings = new LinkedHashMap<String, Object>();
        for (String key : List.of("loader", "loaded_at_field", "loaded_at_query")) {
            fields.text(key).ifPresent(text -> settings.put(key, text));
        }
        Moment.read(fields, "at").ifPresent(moment -> settings.put("at", moment.toString()));
        for (String key : List.of("freshness", "quoting")) {
            fields.value(key)
                    .filter(value -> value.plain() instanceof Map<?, ?> map && !map.isEmpty())
                    .ifPresent(value -> context.problems().add(NotImplemented.warning(key, fields.place(key))));
        }
        for (String key : List.of("freshness", "quoting", "external")) {
            fields.value(key).ifPresent(value -> settings.put(key, value.plain()));
        }
        return settings;
    }

    private void freshness(Fields owner) {
        Fields freshness = owner.fields("freshness", "the freshness of " + owner.what());
        freshness.only(FRESHNESS).text("filter");
        for (String key : List.of("warn_after", "error_after")) {
            if (freshness.has(key)) {
                Fields age = freshness
                        .fields(key, "`" + key + "` of " + owner.what())
                        .only(AGE);
                age.required("count");
                age.number("count", 0);
                age.required("period");
                age.word("period", List.of("minute", "hour", "day"));
            }
        }
    }
}
