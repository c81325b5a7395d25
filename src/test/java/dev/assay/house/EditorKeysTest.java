package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.materialize.Materializations;
import dev.assay.source.SourceFile;
import dev.assay.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor explains each key that the code reads, offers no other key, and underlines what the code refuses. */
class EditorKeysTest {

    static List<String> schemas() {
        return SchemaFile.NAMES;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyKeyIsDescribed(String name) {
        SchemaFile schema = SchemaFile.of(name);
        var silent = new ArrayList<String>();
        schema.each((path, key) -> {
            if (!schema.description(key).endsWith(".")) {
                silent.add(path);
            }
        });
        assertEquals(List.of(), silent);
    }

    /** A setting is described once: where two files have the definition, they have the same one. */
    @Test
    void aDefinitionIsTheSameInEveryFile() {
        var first = new HashMap<Object, Object>();
        var differing = new ArrayList<Object>();
        SchemaFile.NAMES.forEach(name -> SchemaFile.map(
                        SchemaFile.of(name).root().get("definitions"))
                .forEach((key, value) -> {
                    if (!value.equals(first.computeIfAbsent(key, any -> value))) {
                        differing.add(key);
                    }
                }));
        assertEquals(List.of(), differing);
    }

    @ParameterizedTest
    @CsvSource({
        "model, MODEL, models",
        "seed, SEED, seeds",
        "data_test, TEST, data_tests",
        "source, SOURCE, sources",
        "table, SOURCE, sources",
        "analysis, ANALYSIS, analyses",
        "exposure, EXPOSURE, exposures",
        "group, GROUP, ''",
        "macro, MACRO, ''"
    })
    void settingsAreThoseThatTheCodeKnows(String definition, String table, String section) {
        Map<String, List<String>> known = Hidden.settings(table);
        SchemaFile resources = SchemaFile.of("resources");
        var config = resources.properties(resources.definition(definition)).get("config");
        assertEquals(known.keySet(), new TreeSet<>(resources.properties(config).keySet()));
        resources
                .properties(config)
                .forEach((key, schema) ->
                        assertEquals(Set.copyOf(words(table, key, known)), Set.copyOf(resources.words(schema)), key));
        if (!section.isEmpty()) {
            SchemaFile project = SchemaFile.of("assay_project");
            var folders = project.mapping(project.properties(project.root()).get(section))
                    .orElseThrow();
            var plus = new TreeSet<String>();
            project.properties(folders).keySet().stream()
                    .filter(key -> key.startsWith("+"))
                    .forEach(key -> plus.add(key.substring(1).replace('-', '_')));
            assertEquals(known.keySet(), plus);
        }
    }

    /** A setting that the code knows and does not act on yet says so, and no other one does. */
    @Test
    void settingsSayThatTheyAreNotImplemented() {
        var ignored = new TreeSet<Object>(
                SchemaFile.map(Hidden.constant("IgnoredSettings", "ERRORS")).keySet());
        ignored.addAll((Set<?>) Hidden.constant("IgnoredSettings", "WARNINGS"));
        var told = new TreeSet<Object>();
        SchemaFile schema = SchemaFile.of("resources");
        for (String owner : List.of("model", "seed", "data_test", "source")) {
            var config = schema.properties(schema.definition(owner)).get("config");
            schema.properties(config).forEach((key, value) -> {
                if (schema.description(value).startsWith("Not implemented yet")) {
                    told.add(key);
                }
            });
        }
        assertEquals(ignored, told);
    }

    /** Of the materializations, the code also knows those of dbt that it refuses. */
    private static List<String> words(String table, String key, Map<String, List<String>> known) {
        return table.equals("MODEL") && key.equals("materialized") ? Materializations.ofModels() : known.get(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ResourceFile, KEYS",
        "column, ColumnReader, KEYS",
        "source, SourceReader, SOURCE",
        "table, SourceReader, TABLE",
        "freshness, SourceReader, FRESHNESS",
        "age, SourceReader, AGE",
        "quoting, SourceReader, QUOTING",
        "external, SourceReader, EXTERNAL",
        "constraint, Constraints, KEYS",
        "exposure, UseReader, EXPOSURE",
        "group, UseReader, GROUP",
        "model, Section, MODEL",
        "seed, Section, RELATION",
        "analysis, Section, COLUMNS",
        "data_test, Section, PLAIN",
        "macro, Section, MACRO"
    })
    void keysOfResourcesAreThoseThatTheCodeReads(String definition, String type, String constant) {
        SchemaFile schema = SchemaFile.of("resources");
        assertEquals(Hidden.keys(type, constant), offered(schema, definition));
    }

    @ParameterizedTest
    @CsvSource({
        "duckdb, DuckDBOutput, OUTPUT",
        "postgres, PostgresOutput, OUTPUT",
        "snowflake, SnowflakeOutput, KEYS",
        "profile, ProfilesReader, PROFILE_KEYS"
    })
    void keysOfProfilesAreThoseThatTheCodeReads(String definition, String type, String constant) {
        assertEquals(Hidden.keys(type, constant), offered(SchemaFile.of("profiles"), definition));
    }

    @ParameterizedTest
    @CsvSource({"attach, AttachedDatabase, KEYS", "secrets, DuckDBOutput, SECRET"})
    void keysInsideAnOutputAreThoseThatTheCodeReads(String key, String type, String constant) {
        SchemaFile schema = SchemaFile.of("profiles");
        var inner = schema.mapping(
                        schema.properties(schema.definition("duckdb")).get(key))
                .orElseThrow();
        assertEquals(
                Hidden.keys(type, constant),
                new TreeSet<>(schema.properties(inner).keySet()));
    }

    private static Set<String> offered(SchemaFile schema, String definition) {
        return new TreeSet<>(schema.properties(schema.definition(definition)).keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources     | models: [{name: a, config: {materialized: tabel}}]      |"
                        + " .models[].config.materialized",
                "resources     | models: [{name: a, colums: []}]                         | .models[].colums",
                "resources     | data_tests: [{name: a, config: {severity: eror}}]       |"
                        + " .data_tests[].config.severity",
                "assay_project | {name: a, profile: a, models: {+materialized: tabel}}   | .models",
                "assay_project | {name: a, profile: a, models: {b: {materialized: vew}}} | .models",
                "profiles      | a: {outputs: {b: {type: duckdbb, schema: c}}}           | .a.outputs.b",
                "profiles      | a: {outputs: {b: {type: duckdb, schema: c, pth: d}}}    | .a.outputs.b",
                "profiles      | a: {outputs: {b: {type: postgres, schema: c, path: d}}} | .a.outputs.b"
            })
    void mistakesAreUnderlined(String name, String yaml, String place) {
        List<String> misfits = misfits(name, new SourceFile("a.yml", yaml));
        assertTrue(misfits.stream().anyMatch(path -> path.startsWith(place)), misfits.toString());
    }

    /** All YAML of the project that ships, of the starter, and of the cases that go well. */
    @Test
    void nothingElseIsUnderlined() {
        var underlined = new ArrayList<String>();
        Stream.of(House.ROOT.resolve("project"), House.ROOT.resolve("profiles.yml"), House.CASES)
                .flatMap(folder -> Files.isDirectory(folder) ? House.files(folder, ".yml").stream() : Stream.of(folder))
                .filter(EditorKeysTest::isSound)
                .forEach(file -> misfits(schema(file), new SourceFile(file.toString(), House.read(file)))
                        .forEach(path -> underlined.add(House.name(file) + ": " + path)));
        assertEquals(List.of(), underlined);
    }

    private static List<String> misfits(String name, SourceFile file) {
        return new SchemaValidator(SchemaFile.of(name))
                .misfits(YamlReader.read(file).plain());
    }

    private static String schema(Path file) {
        String name = file.getFileName().toString();
        return name.equals("assay_project.yml")
                ? "assay_project"
                : name.equals("profiles.yml") ? "profiles" : "resources";
    }

    private static boolean isSound(Path file) {
        String name = file.getFileName().toString();
        String text = House.read(file);
        return !name.equals("selectors.yml")
                && !text.isBlank()
                && !file.startsWith(House.CASES.resolve("errors"))
                && !file.startsWith(House.CASES.resolve("messages"))
                && !text.contains("{port}");
    }
}
