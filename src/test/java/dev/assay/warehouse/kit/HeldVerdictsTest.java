package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import org.junit.jupiter.api.Test;

/** {@code publish --held} runs the tests of today, over what readers will see together. */
class HeldVerdictsTest extends Builds {

    private static final String EVERY_ORDER_HAS_A_CUSTOMER = """
        models:
          - name: orders
            columns: [{name: customer, data_tests: [{relationships: {to: ref('customers'), field: id}}]}]
        """;

    private void customers(int last) {
        project().model("customers", TABLE + "select 1 as id" + (last > 1 ? " union all select " + last : ""));
    }

    private void orders(int customer) {
        project().model("orders", TABLE + "select 1 as id, " + customer + " as customer");
    }

    private long customer() {
        return ((Number) project().rows("orders").rows().getFirst().get(1)).longValue();
    }

    private void publishOne() {
        project().file("models/all.yml", EVERY_ORDER_HAS_A_CUSTOMER);
        customers(1);
        orders(1);
        project().assay("build").ends(0);
    }

    @Test
    void anEditedTestRunsBeforeThePublication() {
        orders(1);
        project().file("tests/customers_are_known.sql", "select * from ${ref(\"orders\")} where customer > 2");
        project().assay("build").ends(0);
        orders(2);
        project().assay("build", "--publish", "none").ends(0);
        project().file("tests/customers_are_known.sql", "select * from ${ref(\"orders\")} where customer > 1");
        Said said = project().assay("publish", "--held", "orders").ends(1);
        assertTrue(said.err().contains("Held orders"), said.err());
        assertEquals(1, customer());
        project().file("tests/customers_are_known.sql", "select * from ${ref(\"orders\")} where customer > 3");
        said = project().assay("publish", "--held", "orders").ends(1);
        assertTrue(said.err().contains("error[test-not-accepted]"), said.err());
    }

    @Test
    void aTestReadsTheOtherSideThatReadersHaveByNow() {
        publishOne();
        customers(7);
        project().assay("build").ends(0);
        orders(7);
        project().assay("build", "--publish", "none", "-s", "orders").ends(0);
        customers(1);
        project().assay("build", "-s", "customers").ends(0);
        Said said = project().assay("publish", "--held", "orders").ends(1);
        assertTrue(said.err().contains("Held orders"), said.err());
        assertEquals(1, customer());
    }

    @Test
    void twoCandidatesAreTestedTogether() {
        publishOne();
        customers(7);
        project().assay("build").ends(0);
        orders(7);
        project().assay("build", "--publish", "none", "-s", "orders").ends(0);
        customers(1);
        // The published orders agree with both versions of the customers.
        project().assay("build", "--publish", "none", "-s", "customers").ends(0);
        project().assay("publish", "--held", "orders", "customers").ends(1);
        assertEquals(1, customer());
        assertEquals(2, project().rows("customers").rows().size());
    }

    @Test
    void aCandidateThatNobodyTestedIsTested() {
        publishOne();
        orders(7);
        project().assay("build", "--no-tests", "--publish", "none").ends(0);
        project().assay("publish", "--held", "orders").ends(1);
        assertEquals(1, customer());
        orders(1);
        project().assay("build", "--no-tests", "--publish", "none").ends(0);
        project().assay("publish", "--held", "orders", "customers").ends(0);
        Said status = project().assay("status").ends(0);
        assertTrue(
                status.text()
                        .lines()
                        .filter(line -> line.contains("orders"))
                        .allMatch(line -> line.contains("| proven")),
                status.text());
    }
}
