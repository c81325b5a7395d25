package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.report.PlanReport.Line;
import dev.assay.report.PlanReport.Sign;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanReportTest {

    private static final PlanReport PLAN = new PlanReport(
            List.of(
                    new Line(
                            Sign.CREATE,
                            "model.shop.customer_value",
                            "table",
                            "customer_value",
                            "new",
                            List.of("a", "b")),
                    new Line(
                            Sign.REPLACE,
                            "model.shop.orders",
                            "table",
                            "orders",
                            "its SQL or settings changed",
                            List.of("c")),
                    new Line(
                            Sign.UNCHANGED,
                            "model.shop.stg_orders",
                            "view",
                            "stg_orders",
                            "as it was built",
                            List.of()),
                    new Line(
                            Sign.ORPHAN,
                            "model.shop.old",
                            "table",
                            "orders_old",
                            "no model or seed becomes it",
                            List.of())),
            List.of("adds_up"));

    @Test
    void eachNodeHasALine() {
        assertEquals("""
              + create     table  customer_value  new                          2 tests
              ~ replace    table  orders          its SQL or settings changed  1 test
              = rebuild    view   stg_orders      as it was built
              - orphan     table  orders_old      no model or seed becomes it
                Plan 1 to create, 1 to change, 1 to rebuild, 1 orphan; 4 tests. Plan only; nothing ran.
                Next drop what is orphaned with: assay prune
            """, PLAN.text());
    }

    @Test
    void testsStandUnderTheirNodes() {
        assertEquals(
                List.of("test   a", "test   b", "test   c", "test   adds_up"),
                PLAN.textWithTests()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("test"))
                        .toList());
    }

    @Test
    void anEmptyPlanSaysSo() {
        assertEquals("    Plan 0 tests. Plan only; nothing ran.\n", new PlanReport(List.of(), List.of()).text());
    }

    @Test
    void machinesGetAnObjectALine() {
        String last = PLAN.json().lines().toList().getLast();
        assertEquals(
                "{\"event\":\"plan\",\"create\":1,\"replace\":1,\"unchanged\":1,\"reuse\":0,\"orphan\":1,\"tests\":4,"
                        + "\"standing_tests\":[\"adds_up\"]}",
                last);
    }
}
