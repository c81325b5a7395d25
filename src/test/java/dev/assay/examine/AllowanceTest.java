package dev.assay.examine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How many failures are allowed, and what is counted as one. */
class AllowanceTest {

    @AutoClose
    private final Orders orders = new Orders();

    private final Shop shop = orders.shop();

    @Test
    void thresholdsAndSeverityDecide() {
        assertEquals(Status.WARN, orders.status(Map.of("severity", "warn")));
        assertEquals(Status.PASS, orders.status(Map.of("error_if", "> 3", "warn_if", "> 3")));
        assertEquals(Status.WARN, orders.status(Map.of("error_if", "> 3")));
        assertEquals(Status.PASS, orders.status(Map.of("error_if", "> 33.4%", "warn_if", "> 33.4%")));
        assertEquals(Status.FAIL, orders.status(Map.of("error_if", "> 33.3%")));
        TestResult passed = shop.verdict(orders.unique(Map.of("error_if", "> 3", "warn_if", "> 3")));
        assertEquals(OptionalLong.of(3), passed.failures());
        assertEquals(Optional.empty(), passed.problem());
        assertEquals(Optional.empty(), passed.sample());
    }

    @Test
    void aMetThresholdIsNamed() {
        Diagnostic problem = orders.problem(orders.unique(Map.of("severity", "warn", "warn_if", "> 12%")));
        assertEquals(Diagnostic.Level.WARNING, problem.level());
        assertEquals(List.of("warn_if is > 12% of 9 rows: 1 failure is allowed"), problem.notes());
    }

    @Test
    void whereAppliesToCountsLimitsAndPercentages() {
        var limited = Map.<String, Object>of("where", "amount > 0 -- paid\n", "limit", 1L, "severity", "warn");
        TestResult result = shop.verdict(orders.test("not_null", "order_id", Map.of(), limited));
        assertEquals(Status.WARN, result.status());
        assertEquals(OptionalLong.of(1), result.failures());
        assertEquals(
                List.of("tested are rows where amount > 0 -- paid", "limit is 1: there may be more"),
                result.problem().orElseThrow().notes());
        var shares = Map.<String, Object>of("where", "amount > 0 -- paid\n", "error_if", "> 12%");
        // One of the eight rows where this holds, and of nine in all.
        assertEquals(
                Status.FAIL,
                shop.verdict(orders.test("not_null", "order_id", Map.of(), shares))
                        .status());
        assertEquals(
                OptionalLong.of(2),
                shop.verdict(orders.unique(Map.of("where", "order_id > 11"))).failures());
    }

    @Test
    void failCalcIsComputedFromTheFailingRows() {
        Diagnostic problem = orders.problem(orders.unique(Map.of("fail_calc", "sum(\"rows\") * 1.25")));
        assertEquals(
                "`unique_orders_order_id`: the failure number is 7.5 (fail_calc: sum(\"rows\") * 1.25)",
                problem.headline());
        assertEquals(
                Status.PASS,
                shop.verdict(orders.test("not_null", "amount", Map.of(), Map.of("fail_calc", "sum(amount)")))
                        .status());
    }

    @Test
    void aFailureNumberThatIsNoneIsAnErrorAndNeverAPass() {
        for (String calculation : List.of("sum(null)", "'many'", "cast('nan' as double)", "max(status)")) {
            TestResult result = shop.verdict(orders.test(
                    "not_null", "order_id", Map.of(), Map.of("fail_calc", calculation, "severity", "warn")));
            assertEquals(Status.ERROR, result.status(), calculation);
            assertEquals(
                    "`not_null_orders_order_id`: fail_calc gives no number",
                    result.problem().orElseThrow().headline());
        }
    }
}
