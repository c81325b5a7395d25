package dev.assay.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericTestsTest {

    private final WrittenProject project = new WrittenProject()
            .file("models/orders.sql", "[@config tags=['gold'] /]select 1")
            .file("models/customers.sql", "select 1");

    @Test
    void aWordUnderAColumnIsATest() {
        yaml("columns: [{name: order_id, tags: key, data_tests: [unique]}]");

        DataTest test = only();
        assertEquals("unique_orders_order_id", test.name());
        assertTrue(test.id().value().matches("test\\.shop\\.unique_orders_order_id\\.[0-9a-f]{10}"));
        assertEquals("model.shop.orders", test.generic().orElseThrow().of().value());
        assertEquals("order_id", test.generic().orElseThrow().column().orElseThrow());
        assertEquals(List.of("gold", "key"), test.config().tags());
        assertEquals("unique", test.place().text());
        assertEquals(List.of("shop", "unique_orders_order_id"), test.identity().fqn());
    }

    @Test
    void namesAreThoseOfDbt() {
        yaml("""
            columns:
              - name: status
                data_tests:
                  - accepted_values: {values: [placed, 'in transit', 1, true]}
                  - relationships: {to: ref('customers'), field: id}
                  - not_null: {name: status_is_there}
            """);

        assertEquals(
                List.of(
                        "accepted_values_orders_status__placed__in_transit__1__True",
                        "relationships_orders_status__id__ref_customers_",
                        "status_is_there"),
                tests().stream().map(DataTest::name).toList());
    }

    @Test
    void aLongNameGetsAShortAlias() {
        yaml("columns: [{name: status, data_tests: [accepted_values: {values: [" + "a_long_word, ".repeat(8)
                + "x]}]}]");

        DataTest test = only();
        assertTrue(test.name().length() > 64);
        assertTrue(test.config().text("alias").orElseThrow().matches("accepted_values_orders_[0-9a-f]{32}"));
    }

    @Test
    void argumentsMayStandInlineOrUnderArguments() {
        yaml("""
            data_tests:
              - unique: {column_name: a, severity: WARN, config: {where: "x > 1", limit: 10}}
              - unique: {arguments: {column_name: b}, config: {severity: warn}}
              - {test_name: unique, name: of_c, column_name: c, description: why}
            """);

        assertEquals(
                List.of("unique_orders_a", "unique_orders_b", "of_c"),
                tests().stream().map(DataTest::name).toList());
        DataTest first = tests().getFirst();
        assertEquals("warn", first.config().text("severity").orElseThrow());
        assertEquals(10L, first.config().number("limit").orElseThrow());
        assertEquals(Map.of("column_name", "a"), first.generic().orElseThrow().arguments());
        assertEquals("why", tests().get(2).description().text());
    }

    @Test
    void aReferenceInAnArgumentIsAReference() {
        yaml("""
            columns:
              - name: id
                data_tests:
                  - relationships: {to: ref('customers'), field: id}
                  - relationships: {to: customers, field: other}
                  - relationships: {to: "${ref('customers')}", field: third}
            """);

        tests().forEach(test -> assertEquals(
                List.of("model.shop.orders", "model.shop.customers"),
                test.references().stream()
                        .map(r -> r.target().orElseThrow().value())
                        .toList()));
        var generic = tests().getFirst().generic().orElseThrow();
        assertEquals("ref('customers')", generic.arguments().get("to"));
        assertEquals("ref('customers')", generic.argumentPlaces().get("to").text());
    }

    @Test
    void anUnknownReferenceInAnArgumentIsToldAtItsPlace() {
        yaml("columns: [{name: id, data_tests: [{relationships: {to: ref('customer'), field: id}}]}]");

        Diagnostic problem = project.problem(Code.UNKNOWN_REF);
        assertEquals("ref('customer')", problem.span().orElseThrow().text());
        assertEquals(List.of("a similar name exists: `customers` (models/customers.sql)"), problem.help());
    }

    @Test
    void theProjectsOwnTestsAreNoLessThanOurs() {
        project.file(
                "tests/generic/positive.sql", "[#-- test positive(column_name, minimum = 0): rows below --]\nselect 1");
        yaml("columns: [{name: amount, data_tests: [{positive: {minimum: 5}}]}]");

        assertEquals("positive_orders_amount__5", only().name());
        assertEquals(
                "tests/generic/positive.sql",
                only().generic().orElseThrow().template().path());
    }

    @Test
    void anUnknownTestIsTold() {
        yaml("columns: [{name: id, data_tests: [uniqe]}]");

        Diagnostic problem = project.problem(Code.UNKNOWN_TEST);
        assertEquals("no generic test is called `uniqe`", problem.headline());
        assertEquals(List.of("a similar name exists: `unique`"), problem.help());
    }

    @Test
    void argumentsAreCheckedAgainstTheSignature() {
        yaml("""
            columns:
              - name: id
                data_tests:
                  - accepted_values: {value: [a]}
                  - accepted_values: {values: a}
                  - accepted_values: {values: [a], quote: 3}
            data_tests:
              - unique
            """);

        List<Diagnostic> problems = project.problems();
        assertEquals(
                List.of(
                        "unknown key `value` in test `accepted_values`",
                        "`values` in test `accepted_values` has to be a list",
                        "`quote` in test `accepted_values` has to be true or false",
                        "the test `unique` needs `column_name`"),
                problems.stream().map(Diagnostic::headline).toList());
        assertEquals("a similar key exists: `values`", problems.getFirst().label());
        assertEquals(
                "`accepted_values` takes column_name, values, quote",
                problems.getFirst().notes().getLast());
    }

    @Test
    void aTestWhoseSettingsStandBesideItIsTold() {
        yaml("columns: [{name: id, data_tests: [{accepted_values: null, values: [a]}]}]");

        Diagnostic problem = project.problem(Code.WRONG_VALUE);
        assertEquals("`values` stands beside a test, not in it", problem.headline());
        assertEquals(List.of("indent it below `accepted_values:`"), problem.help());
    }

    @Test
    void theSameTestTwiceIsTold() {
        yaml("columns: [{name: id, data_tests: [unique, unique: {config: {severity: warn}}]}]");

        Diagnostic problem = project.problem(Code.DUPLICATE_NAME);
        assertEquals("two tests are called `unique_orders_id`", problem.headline());
        assertEquals(List.of("give one of them a `name` of its own"), problem.help());
        assertEquals(1, problem.others().size());
    }

    @Test
    void aTestOfADisabledModelIsDisabled() {
        project.file("models/old.sql", "[@config enabled=false /]select 1")
                .file("models/m.yml", "models: [{name: old, columns: [{name: id, tests: [unique]}]}]");

        assertEquals(
                List.of("old", "unique_old_id"),
                project.manifest().disabled().stream()
                        .map(resource -> resource.name())
                        .sorted()
                        .toList());
    }

    @Test
    void testsOfSourcesCarryTheSourcesName() {
        project.file(
                "models/s.yml",
                "sources: [{name: raw, tables: [{name: orders, columns: [{name: id, data_tests: [not_null]}]}]}]");

        assertEquals("source_not_null_raw_orders_id", only().name());
        assertEquals(
                "source.shop.raw.orders",
                only().references().getFirst().target().orElseThrow().value());
    }

    @Test
    void anyOtherFileIsASingularTest() {
        project.file(
                        "tests/money/no_debts.sql",
                        "[@config severity='warn' tags=['nightly'] /]select * from ${ref('orders')}")
                .file("tests/t.yml", "data_tests: [{name: no_debts, description: nobody owes}]");

        DataTest test = only();
        assertEquals("test.shop.no_debts", test.id().value());
        assertEquals("warn", test.config().text("severity").orElseThrow());
        assertEquals("nobody owes", test.description().text());
        assertEquals(List.of("shop", "money", "no_debts"), test.identity().fqn());
    }

    private void yaml(String ofOrders) {
        String indented = ofOrders.indent(4);
        project.file("models/orders.yml", "models:\n  - name: orders\n" + indented);
    }

    private List<DataTest> tests() {
        return project.manifest()
                .all(DataTest.class)
                .sorted(java.util.Comparator.comparingInt(test -> test.place().start()))
                .toList();
    }

    private DataTest only() {
        List<DataTest> tests = tests();
        assertEquals(1, tests.size());
        return tests.getFirst();
    }
}
