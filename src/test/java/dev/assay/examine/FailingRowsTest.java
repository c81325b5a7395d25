package dev.assay.examine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which rows fail, whatever stands in them and wherever they come from, and where they are kept. */
class FailingRowsTest {

    @AutoClose
    private final Orders orders = new Orders();

    private final Shop shop = orders.shop();

    @Test
    void relationshipsTakesAPlainNameAndAnEmptyParent() {
        orders.engine().run("delete from customers");
        var test = orders.test(
                "relationships", "customer_id", Map.of("to", "customers", "field", "customer_id"), Map.of());
        assertEquals(OptionalLong.of(8), shop.verdict(test).failures());
    }

    @Test
    void allowedValuesMayHoldQuotesNullsNumbersAndTruths() {
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(orders.accepted("status", Arrays.asList("placed", "lost", null, "it's"), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(orders.accepted("order_id", List.of(10L, 11L, 12L), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(orders.accepted("order_id", List.of(10L, 11L, 12L), Map.of("quote", false)))
                        .failures());
        assertEquals(
                OptionalLong.of(8),
                shop.verdict(orders.accepted("amount", List.of(1.5, 20000000.25), Map.of("quote", false)))
                        .failures());
        assertEquals(
                OptionalLong.of(1),
                shop.verdict(orders.accepted("is paid", List.of(true), Map.of("quote", false)))
                        .failures());
        assertEquals(
                OptionalLong.of(4),
                shop.verdict(orders.accepted("status", Arrays.asList((Object) null), Map.of()))
                        .failures());
        assertEquals(
                OptionalLong.of(4),
                shop.verdict(orders.accepted("status", List.of(), Map.of())).failures());
    }

    @Test
    void noValueBecomesSql() {
        var test = orders.accepted("status", List.of("x') or true --", "placed"), Map.of("quote", false));
        assertEquals(OptionalLong.of(3), shop.verdict(test).failures());
    }

    @Test
    void namesMayBeReservedWordsOrHoldQuotes() {
        ResourceId odd = shop.model("select", "view");
        shop.model("group by", "table");
        orders.engine().run("create table \"group by\" as select 1 as \"from\"");
        orders.engine()
                .run("create view \"select\" as select range as \"we\"\"ird 'name\", 2 as \"order\" from range(1500)");
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
    void anEphemeralModelIsTestedInPlace() {
        ResourceId paid = shop.model("paid", "ephemeral");
        shop.query(paid, "select * from main.orders where \"is paid\"");
        var tests = List.of(
                shop.test("unique", paid, "order_id", Map.of(), Map.of("where", "paid.amount > 0")),
                shop.test("not_null", paid, "order_id", Map.of(), Map.of("error_if", ">= 28%")),
                orders.test(
                        "relationships", "customer_id", Map.of("to", "ref('paid')", "field", "customer_id"), Map.of()));
        List<TestResult> results = shop.verdicts(tests, Optional.empty(), Fusing.READ_ONCE);
        assertEquals(
                List.of(OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(0)),
                results.stream().map(TestResult::failures).toList());
        assertEquals(Status.FAIL, results.get(1).status());
    }

    @Test
    void failingRowsAreKeptWhereTheyAreWanted() {
        orders.engine().run("create schema main_dbt_test__audit");
        var kept = RelationName.of("main_dbt_test__audit", "unique_orders_order_id");
        shop.keepFailures(Existing.of(Map.of(), Set.of()));
        TestResult result = shop.verdict(orders.unique(Map.of()));
        assertEquals(
                List.of("the failing rows are kept in main_dbt_test__audit.unique_orders_order_id"),
                result.problem().orElseThrow().notes());
        assertEquals(3, result.sample().orElseThrow().rows().size());

        orders.engine().run("delete from orders where order_id > 10");
        shop.keepFailures(Existing.of(Map.of(kept, Existing.Kind.TABLE), Set.of()));
        assertEquals(
                Status.PASS,
                shop.verdict(orders.unique(Map.of("store_failures_as", "view"))).status());
        shop.keepFailures(Existing.of(Map.of(kept, Existing.Kind.VIEW), Set.of()));
        assertEquals(Status.PASS, shop.verdict(orders.unique(Map.of())).status());
        assertEquals(
                Status.ERROR,
                shop.verdict(orders.unique(Map.of("store_failures_as", "tabel")))
                        .status());
        assertEquals(
                Set.of("main_dbt_test__audit", "main_kept"),
                new Storage(Optional.empty(), "main", Storage.Keepers.TOLD, Existing.of(Map.of(), Set.of()))
                        .schemas(List.of(
                                orders.unique(Map.of("store_failures", true)),
                                orders.unique(Map.of("store_failures_as", "table", "schema", "kept")),
                                orders.unique(Map.of("store_failures", false, "schema", "never")))));
    }
}
