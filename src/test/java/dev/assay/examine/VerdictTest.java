package dev.assay.examine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.source.SourceFile;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.template.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a user is told, on the engine itself. */
class VerdictTest {

    @AutoClose
    private final Orders orders = new Orders();

    private final Shop shop = orders.shop();

    @Test
    void duplicatesAreToldAsTheDesignHasIt() {
        TestResult result = shop.verdict(orders.test("unique", "order_id", Map.of(), Map.of()));

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
        assertEquals(Optional.of(orders.id()), result.node());
    }

    @Test
    void eachKindOfTestHasItsOwnWords() {
        assertEquals(
                "`not_null_orders_order_id`: 2 rows of orders have no order_id",
                orders.headline(orders.test("not_null", "order_id", Map.of(), Map.of())));
        assertEquals(
                "`not_null_orders_customer_id`: 1 row of orders has no customer_id",
                orders.headline(orders.test("not_null", "customer_id", Map.of(), Map.of())));
        assertEquals(
                "`relationships_orders_customer_id`: 2 rows of orders have no match for customer_id"
                        + " in customers.customer_id",
                orders.headline(orders.test(
                        "relationships",
                        "customer_id",
                        Map.of("to", "ref('customers')", "field", "customer_id"),
                        Map.of())));
        assertEquals(
                "`accepted_values_orders_status`: 2 values of orders.status are not among placed, shipped",
                orders.headline(orders.accepted("status", List.of("placed", "shipped"), Map.of())));
    }

    @Test
    void aMissingColumnIsToldBeforeAnySql() {
        var tests = List.of(
                orders.test("not_null", "order_idd", Map.of(), Map.of("severity", "warn")),
                orders.test("not_null", "", Map.of("column_name", "zzz"), Map.of()),
                orders.test("unique", "", Map.of("column_name", "order_id + amount"), Map.of()),
                orders.test("not_null", "IS PAID", Map.of(), Map.of()));
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
                orders.unique(Map.of()),
                orders.test("broken", "status", Map.of(), Map.of("severity", "warn")),
                orders.test("open", "status", Map.of(), Map.of()),
                orders.test("not_null", "order_id", Map.of(), Map.of()));
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
                orders.headline(orders.test("positive", "amount", Map.of(), Map.of())));
        shop.scope(new Scope(Map.of("maximum", 1L)));
        assertEquals(
                OptionalLong.of(2),
                shop.verdict(orders.test("positive", "amount", Map.of("minimum", 2L), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(3),
                shop.verdict(orders.test("positive", "amount", Map.of("minimum", 0L, "maximum", 7L), Map.of()))
                        .failures());
    }

    @Test
    void aSingularTestPointsAtItsFile() {
        var test = shop.singular("no_refund", "select * from orders where amount < 0;\n", Map.of());
        assertEquals("`no_refund`: 1 failing row", orders.headline(test));
        assertEquals(
                "tests/no_refund.sql", orders.problem(test).span().orElseThrow().where());
        var refused = shop.singular("typo", "select *\nfrom orders where nowhere < 0", Map.of());
        assertEquals(
                "tests/typo.sql:2:19",
                orders.problem(refused).span().orElseThrow().where());
    }

    @Test
    void aTestWithoutBaseNeitherPassesNorBlocks() {
        shop.kind(new SourceFile(
                "tests/generic/no_fewer.sql",
                "[#-- test no_fewer(column_name): keys that were lost --]\n"
                        + "select ${column_name} from ${published(\"orders\")} except select ${column_name} from"
                        + " ${relation}"));
        var test = orders.test("no_fewer", "order_id", Map.of(), Map.of());
        shop.scope(new Scope(Map.of(
                "published",
                new PublishedFunction(name -> Optional.empty(), orders.engine().dialect()))));
        TestResult result = shop.verdict(test);
        assertEquals(Status.NO_OP, result.status());
        assertEquals(Code.NO_BASE, result.problem().orElseThrow().code());
        assertEquals(
                "tests/generic/no_fewer.sql",
                result.problem().get().span().orElseThrow().file().path());

        shop.scope(new Scope(Map.of(
                "published",
                new PublishedFunction(
                        name -> Optional.of(RelationName.of("main", name)),
                        orders.engine().dialect()))));
        assertEquals(Status.PASS, shop.verdict(test).status());
    }
}
