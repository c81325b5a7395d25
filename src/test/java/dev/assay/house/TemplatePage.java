package dev.assay.house;

import static dev.assay.house.ReferencePage.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that templates may use: those that the code puts into their scopes, each with what it gives. */
final class TemplatePage {

    private static final Pattern NAME =
            Pattern.compile("(?:names\\.put|\\.with)\\(\\s*\"(\\w+)\"|Map\\.of\\(\"(env_var)\"");

    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();
    private static final Map<String, List<String>> OF_TESTS = new LinkedHashMap<>();

    static {
        NAMES.put("ref", List.of("`ref(name)`", "the name of a model or seed; the model is built after it"));
        NAMES.put("source", List.of("`source(source, table)`", "the name of a table of a source, or its files"));
        NAMES.put("this", List.of("`this`", "the relation of the model or seed itself; undefined elsewhere"));
        NAMES.put(
                "var",
                List.of("`var(name[, default])`", "a variable of `vars:` or `--vars`; without either, the default"));
        NAMES.put("env_var", List.of("`env_var(name[, default])`", "a variable of the environment or of `.env`"));
        NAMES.put(
                "target",
                List.of(
                        "`target`",
                        "the output: `target.name`, `.schema`, `.type` and its other keys, but no secrets"));
        NAMES.put("config", List.of("`[@config key=value … /]`", "sets settings of the model or test"));
        NAMES.put(
                "model",
                List.of("`model`", "the resource: `model.name`, `.config`, `.columns`, `.meta`, `.tags` and others"));
        NAMES.put(
                "graph",
                List.of(
                        "`graph`",
                        "all `graph.nodes`, `graph.sources` and `graph.exposures`, by id; empty while the project is"
                                + " read"));
        NAMES.put("execute", List.of("`execute`", "false while the project is read, true when SQL is made to run"));
        NAMES.put(
                "query",
                List.of(
                        "`query(sql)`",
                        "the rows of one `select`, each a mapping by column; an empty list while the project is read"));
        NAMES.put(
                "published",
                List.of("`published(name)`", "the relation that readers see; `no-base` where there is none yet"));
        NAMES.put(
                "run_started_at",
                List.of(
                        "`run_started_at`",
                        "when the run started, in UTC; parts: `date`, `time`, `year`, `month`, `day`, `hour`,"
                                + " `minute`, `second`, `epoch`"));
        NAMES.put("invocation_id", List.of("`invocation_id`", "the id of this call of assay"));
        NAMES.put("project_name", List.of("`project_name`", "the name of the project"));
        NAMES.put("flags", List.of("`flags`", "the options of the run by name: `flags.full_refresh`"));
        NAMES.put("dialect", List.of("`dialect.f(…)`", "functions that warehouses word differently; see below"));
        NAMES.put("log", List.of("`log(message)`", "writes a message to the terminal and the log"));
        NAMES.put("warn", List.of("`warn(message)`", "tells a warning at the place of the call"));
        NAMES.put("fail", List.of("`fail(message)`", "ends the template with an error at the place of the call"));
        NAMES.put("is_incremental", List.of("`is_incremental()`", "false: every model is built as a whole"));
        NAMES.put("watermark", List.of("`watermark()`", "an error when SQL is made to run"));
        OF_TESTS.put("relation", List.of("`relation`", "the relation under test"));
        OF_TESTS.put("model", List.of("`model`", "the same"));
        OF_TESTS.put(
                "column_name", List.of("`column_name`", "the column at which the test stands, quoted where it is one"));
        OF_TESTS.put("literal", List.of("`literal(value)`", "the value as a literal of SQL"));
        OF_TESTS.put(
                "column",
                List.of("`column(text[, relation])`", "the name of a column, quoted; an expression as it is"));
        OF_TESTS.put("ref", List.of("`ref(name)`", "as above, for each use of the test"));
        OF_TESTS.put("source", List.of("`source(source, table)`", "as above, for each use of the test"));
    }

    private static final Pattern SIGNATURE = Pattern.compile("\\[#-- (?<call>\\w+\\([^)]*\\))(?:: (?<words>.*?))? --]");

    private TemplatePage() {}

    static String text() {
        assertEquals(
                names("BaseScope", "RuntimeScope", "LoadedProject"),
                new TreeSet<>(NAMES.keySet()),
                "names in scopes, and names with words in TemplatePage");
        assertEquals(names("GenericSql"), new TreeSet<>(OF_TESTS.keySet()), "names in templates of generic tests");
        return new ReferencePage("Names in templates", """
            This page is made from the code by a test. Templates are FreeMarker with square brackets: `${…}` prints a
            value, `[#if …]` and the like decide. [Macros](../how-to/macros.md) shows both beside dbt's Jinja.

            What a file `macros/money.sql` defines is called `money.…`. A name that nothing defines is an error, and
            a YAML null counts as undefined. Templates reach no files, no network and no Java.
            """)
                .table(List.of("name", "what it gives"), List.copyOf(NAMES.values()))
                .paragraph("""
                    A template is rendered once in a run. The names of relations are filled in later: candidates for
                    the tests, published names for readers. Answers of `query()` and times are the same in both.
                    Reading the project renders both branches of `is_incremental()`, so that every `ref` is seen.
                    """)
                .section("In the template of a generic test")
                .paragraph("A generic test is a file in `tests/generic/`. Its first comment declares it:")
                .paragraph("""
                    ```sql
                    [#-- test positive(column_name, minimum = 0): rows whose value lies below the minimum --]
                    select * from ${relation} where ${column_name} < ${minimum}
                    ```
                    """)
                .paragraph("It sees its arguments, the names above, and these:")
                .table(List.of("name", "what it gives"), List.copyOf(OF_TESTS.values()))
                .paragraph("""
                    A text is the name of a column if it is one word, stands in double quotes, or is declared as a
                    column in YAML. Any other text is an expression: `lower(email)` goes into the SQL as it is.
                    """)
                .section("Functions of `dialect`")
                .paragraph("Arguments are SQL, such as `\"order_date\"`; that of `string_literal` is text.")
                .table(List.of("function", "on DuckDB"), functions())
                .toString();
    }

    private static Set<String> names(String... types) {
        return Stream.of(types)
                .map(type -> House.files(House.SOURCES, "/" + type + ".java").getFirst())
                .flatMap(file -> NAME.matcher(House.read(file)).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<List<String>> functions() {
        var files = new java.util.TreeMap<String, Path>();
        for (String folder : List.of("ansi", "duckdb")) {
            House.files(House.ROOT.resolve("src/main/resources/dev/assay/sql/" + folder + "/functions"), ".ftl")
                    .forEach(file -> files.put(file.getFileName().toString(), file));
        }
        return files.values().stream().map(TemplatePage::function).toList();
    }

    private static List<String> function(Path file) {
        String text = House.read(file);
        var signature = SIGNATURE.matcher(text);
        if (!signature.find()) {
            throw new AssertionError(file + " has no signature");
        }
        String words = signature.group("words");
        String sql = text.substring(signature.end())
                .strip()
                .replaceAll("\\[#[^\\]]*]|\\[/#[^\\]]*]", "")
                .replaceAll("\\$\\{(\\w+)}", "$1");
        return List.of(code(signature.group("call")), words == null ? code(sql) : words);
    }
}
