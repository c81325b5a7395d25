package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What others change in published relations is seen, and nothing else is taken for it.
 *
 * <p>{@code -Dassay.changes=…} says how many random deeds there are, {@code -Dassay.seed=…} which.
 */
class ManualChangesTest extends Builds {

    private static final int DEEDS = Integer.getInteger("assay.changes", 12);

    private static final Pattern CHANGED = Pattern.compile("\\.(\\w+) .*was (?:changed|replaced) by hand");

    private static final Pattern WARNED = Pattern.compile("warning\\[changed-by-hand]: `\\w+\\.(\\w+)` was changed");

    private static final List<String> TABLES = List.of("wide", "narrow", "stays");

    private final SortedSet<String> changed = new TreeSet<>();

    @BeforeEach
    void shop() {
        assumeTrue(tellsChanges());
        project().file("seeds/cities.csv", "id,city\n1,Bern\n2,Basel\n3,Genf\n");
        project().model("wide", TABLE + "select id, city, id * 2 as n, 'text ' || city as t from ${ref(\"cities\")}");
        project().model("narrow", TABLE + "select id from ${ref(\"cities\")}");
        String way = can(Capability.VIEWS_HOLD_RELATIONS) ? " publish_by=\"difference\"" : "";
        project().model("stays", "[@config materialized=\"table\"" + way + " /] select id, n from ${ref(\"wide\")}");
        project()
                .model(
                        "priced",
                        "select w.id, cast(w.n as decimal(10,2)) as n from ${ref(\"wide\")} as w cross join"
                                + " ${ref(\"narrow\")} as other");
        project().model("shown", "select id, n from ${ref(\"stays\")} where id > 0");
        project()
                .yaml("models:\n"
                        + TABLES.stream()
                                .map(name ->
                                        "  - name: " + name + "\n    columns: [{name: id, data_tests: [not_null]}]\n")
                                .collect(Collectors.joining()));
        project().assay("build").ends(0);
    }

    private boolean tellsChanges() {
        try (Warehouse warehouse = ground().connect()) {
            return warehouse.wording().knows("identities");
        }
    }

    /** Postgres before 15 tells too late which rows were written. */
    private boolean seesRows() {
        if (!ground().type().equals("postgres")) {
            return true;
        }
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            return Integer.parseInt(session.query(Statement.of("ask for the version", "show server_version_num"))
                            .value(0, 0)
                            .toString())
                    >= 150_000;
        }
    }

    @Test
    void othersAreSeenAndOursAreNot() {
        assumeTrue(seesRows());
        var random = new Random(Long.getLong("assay.seed", 3));
        check("nothing was done");
        for (int deed = 1; deed <= DEEDS; deed++) {
            check(random.nextInt(3) == 0 ? our(random) : random.nextInt(4) == 0 ? harmless(random) : their(random));
        }
    }

    private void check(String deed) {
        String said = project().assay("status").text();
        assertEquals(changed, found(CHANGED, said), deed + "\n" + said);
    }

    private static SortedSet<String> found(Pattern pattern, String said) {
        return pattern.matcher(said)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String our(Random random) {
        List<List<String>> commands = List.of(
                List.of("build"),
                List.of("build", "--publish", "each"),
                List.of("build", "--no-tests"),
                List.of("build", "--select", "narrow"),
                List.of("build", "--publish", "none"),
                List.of("seed"),
                List.of("plan"));
        List<String> command = commands.get(random.nextInt(commands.size()));
        String said = project().assay(command.toArray(String[]::new)).ends(0).text();
        SortedSet<String> built = switch (String.join(" ", command)) {
            case "build --select narrow" -> new TreeSet<>(List.of("narrow"));
            case "seed" -> new TreeSet<>(List.of("cities"));
            default -> new TreeSet<>(List.of("wide", "narrow", "stays", "priced", "shown", "cities"));
        };
        SortedSet<String> overwritten = new TreeSet<>(changed);
        overwritten.retainAll(built);
        assertEquals(overwritten, found(WARNED, said), said);
        if (!command.contains("none") && !command.contains("plan")) {
            changed.removeAll(built);
        }
        return String.join(" ", command);
    }

    /** DuckDB's catalog knows no other changes of rows without a scan, and Snowflake's stand-in knows no bytes. */
    private boolean countsOnlyInserts() {
        return !can(Capability.VIEWS_HOLD_RELATIONS);
    }

    private boolean hasIndexes() {
        return !ground().type().equals("snowflake");
    }

    private String their(Random random) {
        String table = TABLES.get(random.nextInt(TABLES.size()));
        return switch (countsOnlyInserts() ? 4 * random.nextInt(2) : random.nextInt(5)) {
            case 0 -> change(table, "insert into {" + table + "} (id) values (" + random.nextInt(100) + ")");
            case 1 -> change(table, "update {" + table + "} set id = id + 1");
            case 2 -> change(table, "delete from {" + table + "} where id = (select max(id) from {" + table + "})");
            case 3 -> change("cities", "update {cities} set city = 'x' where id = (select max(id) from {cities})");
            default ->
                change(
                        "shown",
                        "create or replace view {shown} as select id, n from {stays} where id > "
                                + random.nextInt(1, 1000));
        };
    }

    private String change(String relation, String sql) {
        long rows =
                relation.equals("shown") ? 1 : project().rows(relation).rows().size();
        project().stranger(sql);
        if (rows > 0 || sql.startsWith("insert")) {
            changed.add(relation);
        }
        return sql;
    }

    private String harmless(Random random) {
        String table = TABLES.get(random.nextInt(TABLES.size()));
        String sql = switch (random.nextInt(hasIndexes() ? 4 : 2)) {
            case 0 -> "comment on table {" + table + "} is 'comment " + random.nextInt(9) + "'";
            case 1 -> "create table {theirs_" + random.nextInt(1_000_000) + "} as select * from {" + table + "}";
            case 2 -> can(Capability.VIEWS_HOLD_RELATIONS) ? "vacuum full {" + table + "}" : "checkpoint";
            default -> "create index by_id_" + random.nextInt(1_000_000) + " on {" + table + "} (id)";
        };
        project().stranger(sql);
        return sql;
    }

    @Test
    void aTableThatSomebodyMadeAnewIsNotOverwrittenUnasked() {
        project().stranger("drop table {narrow}" + (can(Capability.VIEWS_HOLD_RELATIONS) ? " cascade" : ""));
        project().stranger("create table {narrow} as select 42 as mine");
        String said = project().assay("build").ends(1).text();
        assertTrue(said.contains("narrow` was replaced by hand: it is not what assay published"), said);
        assertEquals(42, project().number("narrow"));
        project().assay("build", "--overwrite-foreign").ends(0);
        assertEquals(3, project().rows("narrow").rows().size());
        assertFalse(project().assay("status").ends(0).text().contains("by hand"));
    }

    @Test
    void testsThatPassOnChangedRowsProveThem() {
        assumeTrue(seesRows());
        project().stranger("insert into {narrow} (id) values (7)");
        String unproven = project().assay("status").ends(0).text();
        assertTrue(unproven.contains("was changed by hand"), unproven);
        assertEquals(1, project().assay("status", "--require-proven").exit());
        project().assay("test").ends(0);
        assertFalse(project().assay("status", "--require-proven").ends(0).text().contains("by hand"));
        assertEquals(4, project().rows("narrow").rows().size());
    }
}
