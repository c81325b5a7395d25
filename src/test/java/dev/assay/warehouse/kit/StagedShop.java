package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.InternalNames;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Three tables that are built as a change, one for each kind of removal, and what they have to hold. */
final class StagedShop {

    /** What a row is: a key, a value. */
    record Row(int k, int n) {
        @Override
        public String toString() {
            return k + "|" + n;
        }
    }

    /** Model to the rows that readers see. */
    private final Map<String, List<Row>> published = new TreeMap<>();

    /** Model to the rows that its next candidate shows. */
    private final Map<String, List<Row>> next = new TreeMap<>();

    private final List<Row> staged = new ArrayList<>();

    /** Rows of k from here to below here + 3 are removed by windows. */
    private int window;

    private final Ground ground;
    private final Project project;

    StagedShop(Ground ground, Project project) {
        this.ground = ground;
        this.project = project;
    }

    /** Model to the rows that its next candidate shows. */
    Map<String, List<Row>> next() {
        return next;
    }

    /** Three staged tables, published once; a table and a view on each. */
    void publishFirst() {
        project.file("tests/stop.sql", "select 1 as x from ${ref(\"appended\")} where 1 = 0\n");
        allow();
        project.model("other", TABLE + "select 1 as n");
        for (String model : List.of("appended", "keyed", "windowed")) {
            project.model(model + "_sum", TABLE + "select sum(n) as n, count(*) as c from ${ref(\"" + model + "\")}");
            project.model(model + "_view", "select k, n from ${ref(\"" + model + "\")}");
            published.put(model, List.of());
        }
        staged.add(new Row(1, 1));
        staged.add(new Row(2, 1));
        write();
        published.keySet().forEach(model -> next.put(model, List.copyOf(staged)));
        project.assay("build").ends(0);
        published
                .keySet()
                .forEach(model ->
                        project.stranger("create view {" + model + "_foreign} as select k, n from {" + model + "}"));
        check("first");
    }

    /** Further rows, and what the tables will hold with them. */
    void change(Random random, int n) {
        window = random.nextInt(6);
        staged.clear();
        int rows = random.nextInt(4);
        for (int i = 0; i < rows; i++) {
            staged.add(new Row(window + random.nextInt(3), n * 10 + i));
        }
        next.put("appended", published.get("appended").stream().collect(Collectors.toCollection(ArrayList::new)));
        next.put(
                "keyed",
                published.get("keyed").stream()
                        .filter(row -> staged.stream().noneMatch(fresh -> fresh.k() == row.k()))
                        .collect(Collectors.toCollection(ArrayList::new)));
        next.put(
                "windowed",
                published.get("windowed").stream()
                        .filter(row -> row.k() < window || row.k() >= window + 3)
                        .collect(Collectors.toCollection(ArrayList::new)));
        next.values().forEach(all -> all.addAll(staged));
        write();
    }

    private void write() {
        String select = staged.stream()
                .map(row -> "select " + row.k() + " as k, " + row.n() + " as n")
                .collect(Collectors.joining(" union all "));
        String query = select.isEmpty() ? "select 1 as k, 1 as n where 1 = 0" : select;
        project.model("appended", query);
        project.model("keyed", query);
        project.model("windowed", query);
        project.yaml("models:\n"
                + yaml("appended", "")
                + yaml("keyed", ", keys: [k]")
                + yaml("windowed", ", window_column: k, windows: [[" + window + ", " + (window + 3) + "]]"));
    }

    private static String yaml(String model, String removal) {
        return "  - name: " + model + "\n    config: {materialized: incremental, meta: {columns: [k, n]" + removal
                + "}}\n";
    }

    /** A test fails that needs all three: their candidates are kept, and show what the tables will hold. */
    void hold() {
        project.file("tests/stop.sql", stop("1 = 1"));
        project.assay("build").ends(1);
        checkHeld();
    }

    /** Readers see what they saw; the candidates show what they are going to see. */
    void checkHeld() {
        next.forEach((model, rows) -> {
            assertEquals(sorted(rows), shown(model), "candidate of " + model);
            assertEquals(sorted(published.get(model)), seen(model), model);
            assertEquals(
                    rows.size(),
                    count("select rows from " + registry() + " where state <> 'published' and relation_name = '" + model
                            + "'"),
                    "counted rows of " + model);
        });
    }

    void allow() {
        project.file("tests/stop.sql", stop("1 = 0"));
    }

    private static String stop(String condition) {
        return "select 1 as x from (select 1 as one) as only_one where " + condition
                + " and (select count(*) from ${ref(\"appended\")}) >= 0"
                + " and (select count(*) from ${ref(\"keyed\")}) >= 0"
                + " and (select count(*) from ${ref(\"windowed\")}) >= 0\n";
    }

    /** The tables hold what was to come, and what reads them was built from it; nothing of the cut is left. */
    void check(String when) {
        checkTables(when);
        next.forEach((model, rows) -> {
            List<Object> sum = project.rows(model + "_sum").rows().getFirst();
            assertEquals(rows.size(), ((Number) sum.get(1)).intValue(), model + "_sum, " + when);
            assertEquals(
                    rows.stream().mapToInt(Row::n).sum(),
                    sum.get(0) == null ? 0 : ((Number) sum.get(0)).intValue(),
                    model + "_sum, " + when);
        });
        assertEquals(List.of(), project.leftovers(), when);
        published.putAll(next);
    }

    void checkTables(String when) {
        next.forEach((model, rows) -> {
            assertEquals(sorted(rows), seen(model), model + ", " + when);
            assertEquals(sorted(rows), seen(model + "_view"), model + "_view, " + when);
            assertEquals(sorted(rows), seen(model + "_foreign"), model + "_foreign, " + when);
        });
    }

    private static List<String> sorted(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    /** A cut is made whole or not at all: what readers see is what is published from here on. */
    void checkOldOrNew(String when) {
        if (isSeen(next)) {
            published.putAll(next);
        }
        published.forEach((model, rows) -> assertEquals(sorted(rows), seen(model), when + ", " + model));
    }

    private boolean isSeen(Map<String, List<Row>> content) {
        return content.entrySet().stream()
                .allMatch(model -> sorted(model.getValue()).equals(seen(model.getKey())));
    }

    List<String> seen(String model) {
        return read(RelationName.of(project.schema(), model));
    }

    private List<String> shown(String model) {
        try (Warehouse warehouse = ground.connect()) {
            return read(warehouse.candidate(RelationName.of(project.schema(), model)));
        }
    }

    private List<String> read(RelationName relation) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            Dialect dialect = warehouse.dialect();
            return session.query(Statement.of("look", "select k, n from " + dialect.print(relation))).rows().stream()
                    .map(row -> row.get(0) + "|" + row.get(1))
                    .sorted()
                    .toList();
        }
    }

    void addToStaged(Row row) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            RelationName candidate = warehouse.candidate(RelationName.of(project.schema(), "appended"));
            session.execute(Statement.of(
                    "disturb",
                    "insert into " + warehouse.dialect().print(InternalNames.staged(candidate)) + " (k, n) values ("
                            + row.k() + ", " + row.n() + ")"));
        }
    }

    String registry() {
        try (Warehouse warehouse = ground.connect()) {
            return warehouse.dialect().print(RelationName.of(project.schema() + "_quality", "publications"));
        }
    }

    private long count(String sql) {
        try (Warehouse warehouse = ground.connect();
                Session session = warehouse.open()) {
            return session.query(Statement.of("look", sql)).number();
        }
    }
}
