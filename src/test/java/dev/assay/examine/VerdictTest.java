package dev.assay.examine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.source.SourceFile;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.template.Scope;
import dev.assay.warehouse.Existing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user is told, on the engine itself. */
class VerdictTest {

    private Engine engine;
    private Shop shop;
    private ResourceId orders;

    @BeforeEach
    void open() {
        engine = new Engine();
        shop = new Shop(engine);
        orders = shop.model("orders", "table");
        shop.model("customers", "table");
        engine.run("create table customers as select * from (values (1), (2), (null)) t(customer_id)");
        engine.run("""
            create table orders as select * from (values
              (10, 1, 'placed', 1.5, true), (11, 2, 'shipped', 2.5, true), (11, 2, 'lost', 3.5, false),
              (12, 3, 'lost', 4.5, true), (12, 9, null, 5.5, true), (13, null, 'it''s', 6.5, null),
              (13, 1, 'placed', 7.5, true), (null, 1, 'placed', -1, true), (null, 1, 'placed', 9.5, true))
              t(order_id, customer_id, status, amount, "is paid")
            """);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void duplicatesAreToldAsTheDesignHasIt() {
        TestResult result = shop.verdict(shop.test("unique", orders, "order_id", Map.of(), Map.of()));

        assertEquals(Status.FAIL, result.status());
        assertEquals(OptionalLong.of(3), result.failures());
        Diagnostic problem = result.problem().orElseThrow();
        assertEquals(Code.TEST_FAILED, problem.code());
        assertEquals("`unique_orders_order_id`: 3 values of orders.order_id occur more than once", problem.headline());
        assertEquals("models/marts/marts.yml:6:13", problem.span().orElseThrow().where());
        assertEquals(List.of("see the rows: assay show --test unique_orders_order_id --limit 50"), problem.help());
        assertEquals(List.of(), problem.notes());
        Rows sample = result.sample().orElseThrow();
        assertEquals(
                List.of("order_id", "rows"),
                sample.columns().stream().map(Rows.Column::name).toList());
        assertEquals(List.of(List.of(11L, 2L), List.of(12L, 2L), List.of(13L, 2L)), sample.rows());
        assertEquals(Optional.of(orders), result.node());
    }

    @Test
    void eachKindOfTestHasItsOwnWords() {
        assertEquals(
                "`not_null_orders_order_id`: 2 rows of orders have no order_id",
                headline(shop.test("not_null", orders, "order_id", Map.of(), Map.of())));
        assertEquals(
                "`not_null_orders_customer_id`: 1 row of orders has no customer_id",
                headline(shop.test("not_null", orders, "customer_id", Map.of(), Map.of())));
        assertEquals(
                "`relationships_orders_customer_id`: 2 rows of orders have no match for customer_id"
                        + " in customers.customer_id",
                headline(shop.test(
                        "relationships",
                        orders,
                        "customer_id",
                        Map.of("to", "ref('customers')", "field", "customer_id"),
                        Map.of())));
        assertEquals(
                "`accepted_values_orders_status`: 2 values of orders.status are not among placed, shipped",
                headline(accepted("status", List.of("placed", "shipped"), Map.of())));
    }

    @Test
    void relationshipsTakesAPlainNameAndAnEmptyParent() {
        engine.run("delete from customers");
        var test = shop.test(
                "relationships", orders, "customer_id", Map.of("to", "customers", "field", "customer_id"), Map.of());
        assertEquals(OptionalLong.of(8), shop.verdict(test).failures());
    }

    @Test
    void allowedValuesMayHoldQuotesNullsNumbersAndTruths() {
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(accepted("status", Arrays.asList("placed", "lost", null, "it's"), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(accepted("order_id", List.of(10L, 11L, 12L), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(accepted("order_id", List.of(10L, 11L, 12L), Map.of("quote", false)))
                        .failures());
        assertEquals(
                OptionalLong.of(8),
                shop.verdict(accepted("amount", List.of(1.5, 20000000.25), Map.of("quote", false)))
                        .failures());
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(accepted("is paid", List.of(true), Map.of("quote", false)))
                        .failures());
        assertEquals(
                OptionalLong.of(4),
                shop.verdict(accepted("status", Arrays.asList((Object) null), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(4),
                shop.verdict(accepted("status", List.of(), Map.of())).failures());
    }

    @Test
    void noValueBecomesSql() {
        var test = accepted("status", List.of("x') or true --", "placed"), Map.of("quote", false));
        assertEquals(OptionalLong.of(3), shop.verdict(test).failures());
    }

    @Test
    void thresholdsAndSeverityDecide() {
        assertEquals(Status.WARN, status(Map.of("severity", "warn")));
        assertEquals(Status.PASS, status(Map.of("error_if", "> 3", "warn_if", "> 3")));
        assertEquals(Status.WARN, status(Map.of("error_if", "> 3")));
        assertEquals(Status.PASS, status(Map.of("error_if", "> 33.4%", "warn_if", "> 33.4%")));
        assertEquals(Status.FAIL, status(Map.of("error_if", "> 33.3%")));
        TestResult passed = shop.verdict(unique(Map.of("error_if", "> 3", "warn_if", "> 3")));
        assertEquals(OptionalLong.of(3), passed.failures());
        assertEquals(Optional.empty(), passed.problem());
        assertEquals(Optional.empty(), passed.sample());
    }

    @Test
    void aMetThresholdIsNamed() {
        Diagnostic problem = problem(unique(Map.of("severity", "warn", "warn_if", "> 12%")));
        assertEquals(Diagnostic.Level.WARNING, problem.level());
        assertEquals(List.of("warn_if is > 12% of 9 rows: 1 failure is allowed"), problem.notes());
    }

    @Test
    void whereLimitAndPercentagesLookAtTheSameRows() {
        var config = Map.<String, Object>of("where", "amount > 0 -- paid\n", "limit", 1L, "error_if", ">= 25%");
        var test = shop.test("not_null", orders, "order_id", Map.of(), config);
        TestResult result = shop.verdict(test);
        assertEquals(Status.WARN, result.status());
        assertEquals(OptionalLong.of(1), result.failures());
        assertEquals(
                List.of("tested are rows where amount > 0 -- paid", "limit is 1: there may be more"),
                result.problem().orElseThrow().notes());
        assertEquals(
                OptionalLong.of(2),
                shop.verdict(unique(Map.of("where", "order_id > 11"))).failures());
    }

    @Test
    void failCalcIsComputedFromTheFailingRows() {
        Diagnostic problem = problem(unique(Map.of("fail_calc", "sum(\"rows\") * 1.25")));
        assertEquals(
                "`unique_orders_order_id`: the failure number is 7.5 (fail_calc: sum(\"rows\") * 1.25)",
                problem.headline());
        assertEquals(
                Status.PASS,
                shop.verdict(shop.test("not_null", orders, "amount", Map.of(), Map.of("fail_calc", "sum(amount)")))
                        .status());
    }

    @Test
    void aFailureNumberThatIsNoneIsAnErrorAndNeverAPass() {
        for (String calculation : List.of("sum(null)", "'many'", "cast('nan' as double)", "max(status)")) {
            TestResult result = shop.verdict(shop.test(
                    "not_null", orders, "order_id", Map.of(), Map.of("fail_calc", calculation, "severity", "warn")));
            assertEquals(Status.ERROR, result.status(), calculation);
            assertEquals(
                    "`not_null_orders_order_id`: fail_calc gives no number",
                    result.problem().orElseThrow().headline());
        }
    }

    @Test
    void aMissingColumnIsToldBeforeAnySql() {
        var tests = List.of(
                shop.test("not_null", orders, "order_idd", Map.of(), Map.of("severity", "warn")),
                shop.test("not_null", orders, "", Map.of("column_name", "zzz"), Map.of()),
                shop.test("unique", orders, "", Map.of("column_name", "order_id + amount"), Map.of()),
                shop.test("not_null", orders, "IS PAID", Map.of(), Map.of()));
        var columns = List.of("order_id", "customer_id", "status", "amount", "is paid");
        List<TestResult> results = shop.verdicts(tests, Optional.of(columns), Fusing.READ_ONCE);

        assertEquals(
                List.of(Status.ERROR, Status.ERROR, Status.PASS, Status.FAIL),
                results.stream().map(TestResult::status).toList());
        Diagnostic near = results.get(0).problem().orElseThrow();
        assertEquals(Code.MISSING_COLUMN, near.code());
        assertEquals("`orders` has no column `order_idd`", near.headline());
        assertEquals(List.of("a similar name exists: `order_id`"), near.help());
        assertEquals(
                List.of("its columns are order_id, customer_id, status, amount, is paid"),
                results.get(1).problem().orElseThrow().notes());
    }

    @Test
    void aRefusedTestIsAnErrorAndHarmsNoNeighbour() {
        shop.kind(new SourceFile(
                "tests/generic/broken.sql",
                "[#-- test broken(column_name): rows that nobody can find --]\n"
                        + "select * from ${relation} where nowhere > 1"));
        shop.kind(new SourceFile(
                "tests/generic/open.sql",
                "[#-- test open(column_name): an open comment --]\nselect * from ${relation} where false /* never"));
        var tests = List.of(
                unique(Map.of()),
                shop.test("broken", orders, "status", Map.of(), Map.of("severity", "warn")),
                shop.test("open", orders, "status", Map.of(), Map.of()),
                shop.test("not_null", orders, "order_id", Map.of(), Map.of()));
        List<TestResult> results = shop.verdicts(tests, Optional.empty(), Fusing.READ_ONCE);
        assertEquals(
                List.of(Status.FAIL, Status.ERROR, Status.ERROR, Status.FAIL),
                results.stream().map(TestResult::status).toList());
        Diagnostic problem = results.get(1).problem().orElseThrow();
        assertEquals("DuckDB refused the SQL of test `broken_orders_status`", problem.headline());
        assertTrue(problem.notes().getFirst().startsWith("DuckDB says: Binder Error"), problem.notes()::toString);
    }

    @Test
    void aUsersOwnKindHasArgumentsAndWords() {
        shop.kind(new SourceFile("tests/generic/positive.sql", """
            [#-- test positive(column_name, minimum = 0, maximum = none): rows whose value lies below the minimum --]
            select * from ${relation} where ${column_name} < ${minimum}[#if maximum??] or ${column_name} > ${maximum}[/#if]
            """));
        assertEquals(
                "`positive_orders_amount`: 1 row fails: rows whose value lies below the minimum",
                headline(shop.test("positive", orders, "amount", Map.of(), Map.of())));
        shop.scope(new Scope(Map.of("maximum", 1L)));
        assertEquals(
                OptionalLong.of(2),
                shop.verdict(shop.test("positive", orders, "amount", Map.of("minimum", 2L), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(3),
                shop.verdict(shop.test("positive", orders, "amount", Map.of("minimum", 0L, "maximum", 7L), Map.of()))
                        .failures());
    }

    @Test
    void namesMayBeReservedWordsOrHoldQuotes() {
        ResourceId odd = shop.model("select", "view");
        shop.model("group by", "table");
        engine.run("create table \"group by\" as select 1 as \"from\"");
        engine.run("create view \"select\" as select range as \"we\"\"ird 'name\", 2 as \"order\" from range(1500)");
        var tests = List.of(
                shop.test("unique", odd, "order", Map.of(), Map.of("where", "\"order\" > 1")),
                shop.test("not_null", odd, "we\"ird 'name", Map.of(), Map.of("error_if", "> 1%")),
                shop.test("accepted_values", odd, "order", Map.of("values", List.of(2L)), Map.of()),
                shop.test("relationships", odd, "order", Map.of("to", "group by", "field", "from"), Map.of()));
        List<TestResult> results = shop.verdicts(tests, Optional.empty(), Fusing.READ_ONCE);
        assertEquals(
                List.of(Status.FAIL, Status.PASS, Status.PASS, Status.FAIL),
                results.stream().map(TestResult::status).toList());
        assertEquals(
                "`relationships_select_order`: 1,500 rows of select have no match for order in group by.from",
                results.getLast().problem().orElseThrow().headline());
    }

    @Test
    void aSingularTestPointsAtItsFile() {
        var test = shop.singular("no_refund", "select * from orders where amount < 0;\n", Map.of());
        assertEquals("`no_refund`: 1 failing row", headline(test));
        assertEquals("tests/no_refund.sql", problem(test).span().orElseThrow().where());
        var refused = shop.singular("typo", "select *\nfrom orders where nowhere < 0", Map.of());
        assertEquals(
                "tests/typo.sql:2:19", problem(refused).span().orElseThrow().where());
    }

    @Test
    void aTestWithoutBaseNeitherPassesNorBlocks() {
        shop.kind(new SourceFile(
                "tests/generic/no_fewer.sql",
                "[#-- test no_fewer(column_name): keys that were lost --]\n"
                        + "select ${column_name} from ${published(\"orders\")} except select ${column_name} from"
                        + " ${relation}"));
        var test = shop.test("no_fewer", orders, "order_id", Map.of(), Map.of());
        shop.scope(new Scope(Map.of("published", new Published(name -> Optional.empty(), engine.dialect()))));
        TestResult result = shop.verdict(test);
        assertEquals(Status.NO_OP, result.status());
        assertEquals(Code.NO_BASE, result.problem().orElseThrow().code());
        assertEquals(
                "tests/generic/no_fewer.sql",
                result.problem().get().span().orElseThrow().file().path());

        shop.scope(new Scope(Map.of(
                "published", new Published(name -> Optional.of(RelationName.of("main", name)), engine.dialect()))));
        assertEquals(Status.PASS, shop.verdict(test).status());
    }

    @Test
    void anEphemeralModelIsTestedInPlace() {
        ResourceId paid = shop.model("paid", "ephemeral");
        shop.query(paid, "select * from main.orders where \"is paid\"");
        var tests = List.of(
                shop.test("unique", paid, "order_id", Map.of(), Map.of("where", "paid.amount > 0")),
                shop.test("not_null", paid, "order_id", Map.of(), Map.of("error_if", ">= 28%")),
                shop.test(
                        "relationships",
                        orders,
                        "customer_id",
                        Map.of("to", "ref('paid')", "field", "customer_id"),
                        Map.of()));
        List<TestResult> results = shop.verdicts(tests, Optional.empty(), Fusing.READ_ONCE);
        assertEquals(
                List.of(OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(0)),
                results.stream().map(TestResult::failures).toList());
        assertEquals(Status.FAIL, results.get(1).status());
    }

    @Test
    void failingRowsAreKeptWhereTheyAreWanted() {
        engine.run("create schema main_dbt_test__audit");
        var kept = RelationName.of("main_dbt_test__audit", "unique_orders_order_id");
        shop.keepFailures(Existing.of(Map.of(), Set.of()));
        TestResult result = shop.verdict(unique(Map.of()));
        assertEquals(
                List.of("the failing rows are kept in main_dbt_test__audit.unique_orders_order_id"),
                result.problem().orElseThrow().notes());
        assertEquals(3, result.sample().orElseThrow().rows().size());

        engine.run("delete from orders where order_id > 10");
        shop.keepFailures(Existing.of(Map.of(kept, Existing.Kind.TABLE), Set.of()));
        assertEquals(
                Status.PASS,
                shop.verdict(unique(Map.of("store_failures_as", "view"))).status());
        shop.keepFailures(Existing.of(Map.of(kept, Existing.Kind.VIEW), Set.of()));
        assertEquals(Status.PASS, shop.verdict(unique(Map.of())).status());
        assertEquals(
                Status.ERROR,
                shop.verdict(unique(Map.of("store_failures_as", "tabel"))).status());
        assertEquals(
                Set.of("main_dbt_test__audit", "main_kept"),
                new Storage(Optional.empty(), "main", false, Existing.of(Map.of(), Set.of()))
                        .schemas(List.of(
                                unique(Map.of("store_failures", true)),
                                unique(Map.of("store_failures_as", "table", "schema", "kept")),
                                unique(Map.of("store_failures", false, "schema", "never")))));
    }

    private DataTest unique(Map<String, Object> config) {
        return shop.test("unique", orders, "order_id", Map.of(), config);
    }

    private DataTest accepted(String column, List<?> values, Map<String, Object> more) {
        var arguments = new java.util.HashMap<String, Object>(more);
        arguments.put("values", values);
        return shop.test("accepted_values", orders, column, arguments, Map.of());
    }

    private Status status(Map<String, Object> config) {
        return shop.verdict(unique(config)).status();
    }

    private Diagnostic problem(DataTest test) {
        return shop.verdict(test).problem().orElseThrow();
    }

    private String headline(DataTest test) {
        return problem(test).headline();
    }
}
