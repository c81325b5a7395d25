package dev.assay.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.SmallProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CirclesTest {

    @Test
    void aCircleOfThreeIsShownEdgeByEdge() {
        Diagnostic circle = only(new SmallProject()
                .model("orders", "customers", "order_items")
                .model("customers")
                .model("order_items", "refunds")
                .model("refunds", "orders")
                .model("behind_the_circle", "orders"));

        assertEquals(Code.CIRCLE, circle.code());
        assertEquals("3 models need each other", circle.headline());
        // The circle begins with its first model by name, wherever reading began.
        assertEquals(
                "project/models/order_items.sql:2:13",
                circle.span().orElseThrow().where());
        assertEquals("refunds", circle.span().orElseThrow().text());
        assertEquals("`order_items` needs `refunds`", circle.label());
        assertEquals(
                List.of("`refunds` needs `orders`", "`orders` needs `order_items`, closing the circle"),
                circle.others().stream().map(Diagnostic.Place::label).toList());
        assertEquals(
                List.of("project/models/refunds.sql:2:13", "project/models/orders.sql:3:13"),
                circle.others().stream().map(place -> place.span().where()).toList());
        assertEquals(List.of("order_items -> refunds -> orders -> order_items"), circle.notes());
    }

    @Test
    void twoModelsAndOneModel() {
        Diagnostic two = only(new SmallProject().model("a", "b").model("b", "a"));
        assertEquals("2 models need each other", two.headline());
        assertEquals("`a` needs `b`", two.label());
        assertEquals(
                "`b` needs `a`, closing the circle", two.others().getFirst().label());

        Diagnostic one = only(new SmallProject().model("a", "a"));
        assertEquals("a model needs itself", one.headline());
        assertEquals("`a` needs itself", one.label());
        assertTrue(one.others().isEmpty());
    }

    @Test
    void eachKnotIsToldOnceByAShortestCircle() {
        List<Diagnostic> circles = circles(new SmallProject()
                .model("a", "b")
                .model("b", "c")
                .model("c", "d")
                .model("d", "a", "c")
                .model("x", "y", "a")
                .model("y", "x"));

        assertEquals(2, circles.size());
        assertEquals(
                List.of("c -> d -> c", "2 more models are in circles with these: `a`, `b`"),
                circles.getFirst().notes());
        assertEquals(List.of("x -> y -> x"), circles.getLast().notes());
    }

    @Test
    void aRingOfTenThousandIsFound() {
        var ring = new SmallProject();
        for (int i = 0; i < 10_000; i++) {
            ring.model("m" + i, "m" + (i + 1) % 10_000);
        }
        Diagnostic circle = only(ring);
        assertEquals("10000 models need each other", circle.headline());
        assertEquals(9999, circle.others().size());
    }

    private static Diagnostic only(SmallProject project) {
        List<Diagnostic> circles = circles(project);
        assertEquals(1, circles.size());
        return circles.getFirst();
    }

    private static List<Diagnostic> circles(SmallProject project) {
        return assertInstanceOf(Graph.Made.Circular.class, Graph.of(project.manifest()))
                .circles();
    }
}
