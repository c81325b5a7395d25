package dev.assay.examine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Capability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A law: how many tests share a statement changes no verdict. */
class FusingTest {

    private static final List<String> COLUMNS = List.of("id", "parent", "kind", "size");

    @Test
    void verdictsAreTheSameHoweverTestsShareStatements() {
        var random = new Random(20_261_121);
        var seen = EnumSet.noneOf(Status.class);
        try (var engine = new Engine()) {
            for (int round = 0; round < 25; round++) {
                var shop = new Shop(engine);
                List<DataTest> tests = round(random, engine, shop);
                List<String> apart = told(shop.verdicts(tests, Optional.of(COLUMNS), Fusing.APART));
                assertEquals(apart, told(shop.verdicts(tests, Optional.of(COLUMNS), Fusing.TOGETHER)));
                List<TestResult> once = shop.verdicts(tests, Optional.of(COLUMNS), Fusing.READ_ONCE);
                assertEquals(apart, told(once));
                once.forEach(result -> seen.add(result.status()));
            }
        }
        assertEquals(EnumSet.of(Status.PASS, Status.WARN, Status.FAIL, Status.ERROR), seen);
    }

    @Test
    void viewsAreReadOnceAndTablesAreNotCopied() {
        try (var engine = new Engine()) {
            var shop = new Shop(engine);
            ResourceId table = shop.model("held", "table");
            ResourceId view = shop.model("seen", "view");
            var tests = new ArrayList<DataTest>();
            for (ResourceId id : List.of(table, view)) {
                tests.add(shop.test("unique", id, "id", Map.of(), Map.of()));
                tests.add(shop.test("not_null", id, "id", Map.of(), Map.of()));
            }
            tests.add(shop.test("not_null", table, "size", Map.of(), Map.of("fail_calc", "sum(size)")));
            tests.add(shop.singular("alone", "select 1 where false", Map.of()));

            Examination examination = shop.examiner()
                    .examine(tests, Optional.empty(), Fusing.best(Set.of(Capability.MATERIALIZED_EXPRESSIONS)));
            assertEquals(List.of(), examination.settled());
            assertEquals(
                    List.of(1, 1, 2, 2),
                    examination.groups().stream()
                            .map(group -> group.trials().size())
                            .toList());
            assertEquals(
                    List.of(false, false, false, true),
                    examination.groups().stream()
                            .map(group -> group.statement().text().contains("materialized"))
                            .toList());
            assertEquals(Fusing.TOGETHER, Fusing.best(Set.of(Capability.VIEWS)));
            assertEquals(
                    6,
                    shop.examiner()
                            .examine(tests, Optional.empty(), Fusing.APART)
                            .groups()
                            .size());
        }
    }

    @Test
    void aStatementStaysOfAReadableSize() {
        try (var engine = new Engine()) {
            var shop = new Shop(engine);
            ResourceId view = shop.model("wide", "view");
            var tests = new ArrayList<DataTest>();
            for (int i = 0; i < 101; i++) {
                tests.add(shop.test("not_null", view, "c" + i, Map.of(), Map.of()));
            }
            assertEquals(
                    List.of(50, 50, 1),
                    shop.examiner().examine(tests, Optional.empty(), Fusing.READ_ONCE).groups().stream()
                            .map(group -> group.trials().size())
                            .toList());
        }
    }

    @Test
    void anAnswerThatIsNotComplete() {
        try (var engine = new Engine()) {
            var shop = new Shop(engine);
            ResourceId table = shop.model("held", "table");
            var tests = List.of(
                    shop.test("unique", table, "id", Map.of(), Map.of()),
                    shop.test("not_null", table, "id", Map.of(), Map.of()));
            TestGroup group = shop.examiner()
                    .examine(tests, Optional.empty(), Fusing.TOGETHER)
                    .groups()
                    .getFirst();
            var columns = List.of(new Rows.Column("test_position", "INTEGER"));
            List<Object> first = List.of(0, 5L, 5L, 0L);
            List<Object> second = List.of(1, 7L, 7L, 0L);
            assertEquals(Optional.empty(), group.read(new Rows(columns, List.of(first))));
            assertEquals(Optional.empty(), group.read(new Rows(columns, List.of(first, first))));
            List<Count> counts =
                    group.read(new Rows(columns, List.of(second, first))).orElseThrow();
            assertEquals(
                    List.of(5L, 7L), counts.stream().map(Count::failingRows).toList());
            assertTrue(shop.examiner().apart(group).stream()
                    .allMatch(alone -> alone.trials().size() == 1));
        }
    }

    private static List<DataTest> round(Random random, Engine engine, Shop shop) {
        ResourceId tested = shop.model("tested", random.nextBoolean() ? "view" : "table");
        shop.model("parents", "table");
        engine.run("drop view if exists tested; drop table if exists data; drop table if exists parents");
        engine.run("create table parents as select range as key from range(" + random.nextInt(6) + ")");
        engine.run("create table data (id integer, parent integer, kind varchar, size double)");
        int rows = random.nextInt(30);
        for (int row = 0; row < rows; row++) {
            engine.run("insert into data values (" + cell(random, "" + random.nextInt(40)) + ", "
                    + cell(random, "" + random.nextInt(6)) + ", "
                    + cell(random, "'" + (char) ('a' + random.nextInt(4)) + "'") + ", "
                    + cell(random, "" + random.nextInt(5) / 2.0) + ")");
        }
        engine.run("create view tested as select * from data");

        var tests = new HashMap<ResourceId, DataTest>();
        int wanted = 2 + random.nextInt(8);
        for (int i = 0; i < wanted; i++) {
            String column = random.nextInt(12) == 0 ? "gone" : COLUMNS.get(random.nextInt(COLUMNS.size()));
            DataTest test = switch (random.nextInt(4)) {
                case 0 -> shop.test("unique", tested, column, Map.of(), config(random));
                case 1 -> shop.test("not_null", tested, column, Map.of(), config(random));
                case 2 ->
                    shop.test("accepted_values", tested, "kind", Map.of("values", List.of("a", "b")), config(random));
                default ->
                    shop.test(
                            "relationships",
                            tested,
                            "parent",
                            Map.of("to", "ref('parents')", "field", "key"),
                            config(random));
            };
            tests.put(test.id(), test);
        }
        return List.copyOf(tests.values());
    }

    private static String cell(Random random, String value) {
        return random.nextInt(20) == 0 ? "null" : value;
    }

    private static Map<String, Object> config(Random random) {
        var config = new HashMap<String, Object>();
        String[] conditions = {"!= 0", "> 1", "> 5%", ">= 10 %", "between 1 and 3", "> 20% and > 2"};
        if (random.nextBoolean()) {
            config.put("error_if", conditions[random.nextInt(conditions.length)]);
        }
        if (random.nextInt(3) == 0) {
            config.put("warn_if", conditions[random.nextInt(conditions.length)]);
        }
        if (random.nextInt(4) == 0) {
            config.put("severity", "warn");
        }
        if (random.nextInt(4) == 0) {
            config.put("where", "size > 0.5");
        }
        if (random.nextInt(5) == 0) {
            config.put("limit", 1L + random.nextInt(3));
        }
        if (random.nextInt(8) == 0) {
            config.put("fail_calc", random.nextBoolean() ? "count(*) * 2" : "sum(nowhere)");
        }
        return config;
    }

    private static List<String> told(List<TestResult> results) {
        return results.stream().map(FusingTest::told).toList();
    }

    private static String told(TestResult result) {
        OptionalLong failures = result.failures();
        return result.name() + " " + result.status() + " " + failures + " " + result.sample() + " "
                + result.problem().map(problem -> problem.headline() + problem.notes());
    }
}
