package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.PublishWays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything that the settings of a node say about its relation is found in the catalog after the cut: for each
 * materialization and each way to publish it, at the first publication and at later ones.
 */
class PublicationTest extends Builds {

    private static final AtomicInteger ROLES = new AtomicInteger();

    /** Relation to the words with which it is described; what stands on no list has no such thing. */
    private final Map<String, String> described = new LinkedHashMap<>();

    private final Set<String> tables = new TreeSet<>();
    private final Set<String> fitted = new TreeSet<>();
    private String ann;
    private String ben;
    private String grantee;

    @BeforeEach
    void roles() {
        String end = ProcessHandle.current().pid() + "_" + ROLES.incrementAndGet();
        ann = "kit_p_ann_" + end;
        ben = "kit_p_ben_" + end;
        if (can(Capability.GRANTS)) {
            try (Warehouse warehouse = ground().connect()) {
                project().stranger("create role " + warehouse.dialect().quote(ann));
                project().stranger("create role " + warehouse.dialect().quote(ben));
            }
        }
    }

    @Test
    void allThatSettingsSayIsInTheCatalogAfterEachCut() {
        for (int round = 1; round <= 4; round++) {
            grantee = round == 1 ? ann : ben;
            // The last two differ in rows only: what was put on a relation stays on it.
            write(round, round == 1 ? "first" : "it's second");
            project().assay("build").ends(0);
            check(round);
        }
    }

    @Test
    void alsoWhereARelationBecomesAnotherKind() {
        grantee = ann;
        for (int round = 1; round <= 3; round++) {
            described.clear();
            var models = new StringBuilder("models:\n");
            boolean isTable = round == 2;
            model(models, "turned", isTable ? "table" : "view", "auto", select(round), "of round " + round);
            model(models, "other", isTable ? "view" : "table", "auto", select(round), "of round " + round);
            project().yaml(models.toString());
            project().assay("build").ends(0);
            check(round);
        }
    }

    private void write(int round, String words) {
        described.clear();
        var models = new StringBuilder("models:\n");
        for (String way : ways()) {
            model(models, "t_" + way, "table", way, select(round), words);
        }
        model(models, "v_lone", "view", "auto", select(round), words);
        model(models, "v_ref", "view", "auto", "select * from ${ref(\"t_auto\")}", words);
        model(models, "v_view", "view", "auto", "select * from ${ref(\"v_ref\")} where n >= " + round, words);
        // A table first, and a change of it from the second round on.
        model(models, "s_change", "incremental", "auto", select(round), words);
        if (can(Capability.MATERIALIZED_VIEWS)) {
            model(models, "m_table", "materialized_view", "auto", "select * from ${ref(\"t_swap\")}", words);
            model(models, "m_view", "materialized_view", "auto", "select * from ${ref(\"v_ref\")}", words);
            model(models, "m_stored", "materialized_view", "auto", "select * from ${ref(\"m_view\")}", words);
        }
        if (can(Capability.EXTERNAL_FILES)) {
            model(models, "e_file", "external", "auto", select(round), words);
        }
        project().yaml(models.toString());
        project().file("seeds/days.csv", "n,k\n" + round + ",a\n");
        described.put("days", words);
        tables.add("days");
        project().file("seeds/seeds.yml", "version: 2\nseeds:\n" + yaml("days", "seed", "auto", words));
    }

    private static String select(int n) {
        return "select " + n + " as n, 'a' as k";
    }

    private List<String> ways() {
        var ways = new ArrayList<String>(List.of("auto"));
        try (Warehouse warehouse = ground().connect()) {
            ways.addAll(new TreeSet<>(PublishWays.of(warehouse).words()));
        }
        return ways;
    }

    private void model(StringBuilder yaml, String name, String materialized, String way, String select, String words) {
        project().model(name, select);
        described.put(name, words);
        tables.remove(name);
        fitted.remove(name);
        if (!materialized.equals("view") && !materialized.equals("materialized_view")) {
            tables.add(name);
            fitted.add(name);
        }
        yaml.append(yaml(name, materialized, way, words));
    }

    private String yaml(String name, String materialized, String way, String words) {
        boolean isModel = !materialized.equals("seed");
        boolean isTable = tables.contains(name);
        boolean hasFittings = isTable && isModel;
        return "  - name: " + name + "\n"
                + "    description: \"" + name + " " + words + "\"\n"
                + "    config:\n"
                + (isModel ? "      materialized: " + materialized + "\n" : "")
                + (isModel ? "      publish_by: " + way + "\n" : "")
                + "      persist_docs: {relation: true, columns: true}\n"
                + (can(Capability.GRANTS) ? "      grants: {select: [" + grantee + "]}\n" : "")
                + (materialized.equals("incremental") ? "      meta: {columns: [n, k], keys: [k]}\n" : "")
                + (materialized.equals("external") ? "      location: " + name + ".csv\n" : "")
                + (hasFittings && can(Capability.INDEXES) ? "      indexes: [{columns: [" + indexed() + "]}]\n" : "")
                + (hasFittings && can(Capability.CONSTRAINTS)
                        ? "    constraints: [{type: unique, columns: [n]}]\n"
                        : "")
                + "    columns:\n"
                + "      - name: n\n"
                + "        description: \"n " + words + "\"\n"
                + (hasFittings && can(Capability.CONSTRAINTS) ? "        constraints: [{type: not_null}]\n" : "");
    }

    /** Another one from the second round on. */
    private String indexed() {
        return grantee.equals(ann) ? "k" : "k, n";
    }

    private void check(int round) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            described.forEach((name, words) -> {
                String what = name + " in round " + round;
                assertEquals(round, project().number(name), what);
                assertEquals(name + " " + words, comment(session, name), what);
                assertEquals(
                        "n " + words,
                        look(
                                session,
                                ground().looks().columnComment(),
                                name,
                                warehouse.dialect().stored("n")),
                        what);
                if (can(Capability.GRANTS)) {
                    assertEquals(
                            List.of("select " + warehouse.dialect().stored(grantee)),
                            granted(warehouse, session, name),
                            what);
                }
                if (fitted.contains(name) && !ground().looks().fittings().isEmpty()) {
                    assertEquals(
                            List.of("UNIQUE (n)", "index on " + indexed(), "n not null"),
                            list(session, ground().looks().fittings(), name),
                            what);
                }
                if (tables.contains(name) && !ground().looks().options().isEmpty()) {
                    assertEquals("YES", look(session, ground().looks().options(), name), what);
                }
            });
        }
        assertEquals(List.of(), project().leftovers());
    }

    /** A warehouse may keep a mark of the engine's behind it. */
    private Object comment(Session session, String name) {
        return String.valueOf(look(session, ground().looks().relationComment(), name))
                .replaceFirst("\n\\[assay generation \\d+]$", "");
    }

    private Object look(Session session, String question, String... further) {
        var values = new ArrayList<Object>(List.of(project().schema()));
        values.addAll(List.of(further));
        return session.query(Statement.of("look", question).with(values)).value(0, 0);
    }

    private List<String> list(Session session, String question, String name) {
        return session
                .query(Statement.of("look", question).with(List.of(project().schema(), name)))
                .rows()
                .stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    /** Who has what, owners aside: {@code select ann}. */
    private List<String> granted(Warehouse warehouse, Session session, String relation) {
        Dialect dialect = warehouse.dialect();
        Map<String, Object> name = Map.of(
                "schema", new Literal(dialect.stored(project().schema())),
                "name", new Literal(dialect.stored(relation)));
        Statement asked = warehouse.wording().statement("look", "granted", Map.of("named", List.of(name)));
        return session.query(asked).rows().stream()
                .map(row -> row.get(2) + " " + row.get(3))
                .collect(Collectors.toList());
    }
}
