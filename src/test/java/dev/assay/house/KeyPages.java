package dev.assay.house;

import static dev.assay.house.ReferencePage.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of keys, from the schemas for editors: what a page says, an editor shows. */
final class KeyPages {

    private static final List<String> HEADS = List.of("key", "value", "default", "warehouse", "what it does");
    private static final Pattern WAREHOUSE =
            Pattern.compile("((?:DuckDB|Postgres|Snowflake)(?:, (?:DuckDB|Postgres|Snowflake))*): (.*)");
    private static final String SOURCE =
            "This page is made from the [schemas for editors](../../src/main/resources/dev/assay/schema/) by a test.";

    /** What the values of a definition are called. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("text", "text"),
            Map.entry("flag", "`true`, `false`"),
            Map.entry("whole", "whole number"),
            Map.entry("texts", "text or list"),
            Map.entry("mapping", "mapping"),
            Map.entry("hooks", "SQL or list"),
            Map.entry("tests", "list"),
            Map.entry("template", "`${…}`"));

    /** Which settings belong to whom: the definition in the schema, and its plural. */
    private static final Map<String, String> OWNERS = new LinkedHashMap<>();

    static {
        OWNERS.put("model", "models");
        OWNERS.put("seed", "seeds");
        OWNERS.put("data_test", "tests");
        OWNERS.put("source", "sources");
        OWNERS.put("analysis", "analyses");
        OWNERS.put("exposure", "exposures");
        OWNERS.put("group", "groups");
        OWNERS.put("macro", "macros");
    }

    /** Definitions that are the value of the key of their name. */
    private static final Set<String> VALUES = Set.of("docs", "contract", "freshness", "quoting", "external", "owner");

    private final SchemaFile schema;

    private KeyPages(SchemaFile schema) {
        this.schema = schema;
    }

    static String project() {
        var pages = new KeyPages(SchemaFile.of("assay_project"));
        SchemaFile schema = pages.schema;
        var page = new ReferencePage("Keys of the project file", SOURCE + """


            `assay_project.yml` lies in the project folder. Any value may use templates, such as
            `"${env_var('DATA_DIR', 'seeds')}"`. An unknown key is an error, with its line.
            """);
        Map<String, Map<?, ?>> keys = schema.properties(schema.root());
        pages.tables(page, keys);
        keys.forEach((key, value) -> {
            if (!pages.isFolder(value) && schema.mapping(value).isPresent()) {
                page.section("Inside `" + key + "`");
                pages.tables(page, schema.properties(schema.mapping(value).orElseThrow()));
            }
        });
        return page.section("Settings by folder")
                .paragraph("""
                    `models`, `seeds`, `sources`, `data_tests`, `analyses` and `exposures` hold settings by folder.
                    The first level is the name of the project, the next ones are folders. A key with a plus is a
                    setting; one without is a folder where it holds a mapping, else a setting.
                    """)
                .paragraph("""
                    ```yaml
                    models:
                      inventory:
                        +materialized: view
                        gold: {+materialized: table, +tags: [gold]}
                    ```
                    """)
                .paragraph("The settings are those of [resource keys](resource-keys.md#settings). A narrower"
                        + " place wins; tags and hooks add up,\nand `meta` is merged.")
                .toString();
    }

    static String profile() {
        var pages = new KeyPages(SchemaFile.of("profiles"));
        SchemaFile schema = pages.schema;
        var page = new ReferencePage("Keys of profiles.yml", SOURCE + """


            assay looks for `profiles.yml` in `--profiles-dir`, the working folder, the project folder and `~/.assay`,
            in this order. Values may use `${env_var("NAME", "default")}`. The file holds profiles by name.
            """);
        page.section("A profile");
        pages.tables(page, schema.properties(schema.definition("profile")));
        Map<String, String> labels = Map.of("duckdb", "DuckDB", "postgres", "Postgres", "snowflake", "Snowflake");
        for (String type : List.of("duckdb", "postgres", "snowflake")) {
            page.section("An output of type `" + type + "`");
            Map<String, Map<?, ?>> keys = schema.properties(schema.definition(type));
            pages.tables(page, keys);
            keys.forEach((key, value) -> schema.mapping(value)
                    .ifPresent(inner -> pages.tables(
                            page.paragraph("An item of `" + key + "` (" + labels.get(type) + "):"),
                            schema.properties(inner))));
        }
        return page.toString();
    }

    static String resource() {
        var pages = new KeyPages(SchemaFile.of("resources"));
        SchemaFile schema = pages.schema;
        var page = new ReferencePage("Keys of resource files", SOURCE + """


            Resource files are all `.yml` files in the folders of models, seeds, tests, macros and analyses.
            An unknown key is an error, with its line.
            """);
        pages.tables(page, schema.properties(schema.root()));
        SchemaFile.map(schema.root().get("definitions")).forEach((name, definition) -> {
            Map<String, Map<?, ?>> keys = schema.properties(SchemaFile.map(definition));
            if (!keys.isEmpty() && !name.equals("hook")) {
                page.section(title(name.toString()));
                pages.tables(page, keys);
            }
        });
        page.section("Settings").paragraph("""
            A setting stands under `config:`, in `[@config … /]` of a model, or with a plus in the project file.
            The place nearest to the resource wins; tags and hooks add up, and `meta` is merged.
            """);
        pages.settings(page);
        return page.toString();
    }

    private static String title(String name) {
        if (name.equals("age")) {
            return "Inside `warn_after` and `error_after`";
        }
        if (VALUES.contains(name)) {
            return "Inside `" + name + "`";
        }
        String words = name.replace('_', ' ');
        return (words.matches("[aeiou].*") ? "An " : "A ") + words;
    }

    private boolean isFolder(Map<?, ?> value) {
        return SchemaFile.parts(value).stream()
                .map(SchemaFile::map)
                .flatMap(part -> SchemaFile.name(part).stream())
                .anyMatch(name -> name.startsWith("folders_of_"));
    }

    /** Keys that do something, then the others. */
    private void tables(ReferencePage page, Map<String, Map<?, ?>> keys) {
        var useful = new ArrayList<List<String>>();
        var others = new ArrayList<List<String>>();
        keys.forEach((key, value) -> {
            (isIdle(value) ? others : useful).add(row(key, value));
        });
        page.table(HEADS, useful);
        if (!others.isEmpty()) {
            page.paragraph("Without effect, or refused:")
                    .table(
                            List.of("key", "value", "what happens"),
                            others.stream()
                                    .map(row -> List.of(row.get(0), row.get(1), row.get(4)))
                                    .toList());
        }
    }

    private void settings(ReferencePage page) {
        var owners = new LinkedHashMap<String, List<String>>();
        var values = new LinkedHashMap<String, Map<?, ?>>();
        OWNERS.forEach((definition, plural) -> schema.properties(
                        schema.properties(schema.definition(definition)).get("config"))
                .forEach((key, value) -> {
                    String name = key + " " + SchemaFile.name(value).orElse("");
                    values.put(name, value);
                    owners.computeIfAbsent(name, any -> new ArrayList<>()).add(plural);
                }));
        var useful = new ArrayList<List<String>>();
        var others = new ArrayList<List<String>>();
        values.keySet().stream().sorted().forEach(name -> {
            List<String> row = row(name.replaceFirst(" .*", ""), values.get(name));
            String owner = String.join(", ", owners.get(name));
            (isIdle(values.get(name)) ? others : useful)
                    .add(
                            isIdle(values.get(name))
                                    ? List.of(row.get(0), owner, row.get(1), row.get(4))
                                    : Stream.concat(
                                                    Stream.of(row.get(0), owner),
                                                    row.stream().skip(1))
                                            .toList());
        });
        page.table(List.of("setting", "of", "value", "default", "warehouse", "what it does"), useful)
                .paragraph("Without effect, or refused:")
                .table(List.of("setting", "of", "value", "what happens"), others);
    }

    private boolean isIdle(Map<?, ?> value) {
        return schema.description(value).matches("(No effect|Not implemented yet|Refused with).*");
    }

    private List<String> row(String key, Map<?, ?> value) {
        Matcher warehouse = WAREHOUSE.matcher(schema.description(value));
        boolean one = warehouse.matches();
        String words = one ? capital(warehouse.group(2)) : schema.description(value);
        return List.of(code(key), value(value), usual(value), one ? warehouse.group(1) : "", words);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String usual(Map<?, ?> value) {
        Object usual = schema.resolved(value).get("default");
        return code(
                usual instanceof List<?> list
                        ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                        : usual);
    }

    private String value(Map<?, ?> written) {
        List<String> words = schema.words(written);
        if (!words.isEmpty()) {
            return words.stream().map(ReferencePage::code).collect(Collectors.joining(", "));
        }
        Map<?, ?> value = schema.resolved(written);
        Optional<String> named = Stream.concat(
                        Stream.of(written), SchemaFile.parts(value).stream().map(SchemaFile::map))
                .flatMap(part -> SchemaFile.name(part).stream())
                .filter(WORDS::containsKey)
                .findFirst();
        if (named.isPresent()) {
            return WORDS.get(named.get());
        }
        if (value.get("const") != null) {
            return code(value.get("const"));
        }
        String types = String.valueOf(value.get("type"));
        return types.contains("array")
                ? "list"
                : types.contains("object") || schema.mapping(value).isPresent() || isFolder(value)
                        ? "mapping"
                        : types.contains("string") ? "text" : "anything";
    }
}
