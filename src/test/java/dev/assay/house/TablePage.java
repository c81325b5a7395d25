package dev.assay.house;

import static dev.assay.house.ReferencePage.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables that assay makes for itself, from the statements that make them. */
final class TablePage {

    private static final Path STATEMENTS = House.ROOT.resolve("src/main/resources/dev/assay/sql");
    private static final Pattern COLUMN = Pattern.compile("(?m)^ {2}(\\w+) (\\w+)( not null)?,?$");

    /** Where a table lies, what it holds, and what its columns are. */
    private record Words(String place, String holds, Map<String, String> columns) {}

    private static final Map<String, Words> TABLES = new LinkedHashMap<>();

    static {
        put("environments", "assay", "one row for each environment of the database", """
            name: the name of the environment: the schema of its target
            target: the target of the last run
            epoch: how often runs have taken the environment
            owner_ref: empty
            state: `active`
            created_ts: when the first run took it
            last_used_ts: when the last run took it
            expires_ts: empty
            """);
        put("environment_schemas", "assay", "the schemas of each environment", """
            environment: the name of the environment
            schema_name: the schema
            purpose: `data`, `candidates`, `quality`, `failures`, or `unknown` for a row of an old assay
            made: whether assay created the schema; a schema that it found is never dropped
            """);
        put("leases", "assay", "Snowflake: which run builds in which environment", """
            environment: the name of the environment
            relation: empty
            run_id: the run
            holder: who runs it
            machine: where it runs
            heartbeat_ts: when the run was heard of last
            """);
        put("registry_version", "assay", "one row in each schema that holds tables of the registry", """
            version: the version of the tables beside it
            written_by: the version of assay that made them so
            """);
        put("publications", "<schema>_quality", "versions of relations: those that readers see, and candidates", """
            environment: the name of the environment
            project: the project that made it
            run_id: the run that built it
            epoch: that of the run
            node_id: the model or seed
            relation: the published name, as people write it
            schema_name: its schema
            relation_name: its name in the schema
            candidate: the name of the candidate
            kind: `table`, `view`, `seed` and the like
            position: the place of the node in its cut
            generation: the number of the cut that published it
            state: `prepared`, `proven`, `held`, `failed`, `publishing` or `published`
            proof_state: `proven`, `live`, `partly_proven`, `unproven` or `suspect`
            way: how it is published
            way_text: what the way needs to be repeated
            rows: the number of its rows, where it is known
            fingerprint: a digest of its SQL and settings
            inputs: which version of each parent it was built from
            text_digest: names its SQL in `texts`
            definition_digest: names its hooks and settings in `texts`
            tests_due: how many tests are required
            tests_passed: how many of them passed on this content
            identity: by what the warehouse knows the relation
            mark: a value that changes with its rows or its SQL
            message: why it waits
            held_since: since when runs have not published the node
            ts: when the row was written
            """);
        put("texts", "<schema>_quality", "the texts that rows of `publications` name by a digest", """
            digest: the digest
            text: the text
            """);
        put("notes", "<schema>_quality", "facts that become true with the publication of a version", """
            environment: the name of the environment
            node_id: the model or seed
            run_id: the run that built the version
            kind: the kind of the fact
            name: its name
            value: its value
            """);
    }

    private TablePage() {}

    private static void put(String name, String place, String holds, String columns) {
        var words = new LinkedHashMap<String, String>();
        columns.lines().forEach(line -> words.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        TABLES.put(name, new Words(place, holds, words));
    }

    static String text() {
        var made = new TreeSet<String>();
        House.files(STATEMENTS, ".sql.ftl").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("create_")
                        && House.read(statement(name)).contains("create table if not exists ${relation} (\n  "))
                .forEach(name -> made.add(name.substring("create_".length(), name.indexOf('.'))));
        assertEquals(made, new TreeSet<>(TABLES.keySet()), "tables, and tables with words in TablePage");
        var page = new ReferencePage("Tables that assay makes", """
            This page is made from the statements by a test. Together these tables are the registry. Read them if you
            like; only assay may write them. `assay status` shows what matters of them. Timestamps are UTC.
            """);
        TABLES.forEach((name, words) -> page.section("`" + words.place() + "." + name + "`")
                .paragraph(words.holds().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + words.holds().substring(1) + ".")
                .table(List.of("column", "type", "what it holds"), rows(name, words)));
        return page.section("Failing rows").paragraph("""
            A test with `store_failures: true` keeps its failing rows in `<schema>_dbt_test__audit`, in a table
            of the name of the test. With `store_failures_as: view` it is a view.
            """).paragraph("""
                While a run works, candidates are `<name>__assay_candidate` on DuckDB. On Postgres and Snowflake
                they lie in the schema `<schema>__assay_candidate`.
                """).toString();
    }

    private static List<List<String>> rows(String name, Words words) {
        var rows = new ArrayList<List<String>>();
        var found = COLUMN.matcher(House.read(statement("create_" + name + ".sql.ftl")));
        while (found.find()) {
            String what = words.columns().get(found.group(1));
            rows.add(List.of(code(found.group(1)), found.group(2), what == null ? "**no words**" : what));
        }
        assertEquals(
                rows.stream()
                        .map(row -> row.getFirst().replace("`", ""))
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(words.columns().keySet()),
                name);
        return rows;
    }

    private static Path statement(String file) {
        return House.files(STATEMENTS, "/" + file).getFirst();
    }
}
