package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.graph.Graph;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.SmallProject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/** A shop to select from, and short answers: names, joined by spaces, in order. */
record Shop(Manifest manifest, Graph graph, Selectors selectors) {

    static final Shop OPEN = of(new SmallProject()
            .source("shop", "raw", Map.of("tags", List.of("landing"), "meta", Map.of("owner", "ann")))
            .source("shop", "customers", Map.of())
            .seed("raw_countries")
            .model("staging/stg_orders", Map.of("tags", List.of("nightly", "hot")), "shop.raw")
            .model("staging/stg_customers", Map.of("tags", "nightly"), "shop.customers", "raw_countries")
            .model(
                    "marts/orders",
                    Map.of(
                            "materialized",
                            "table",
                            "group",
                            "sales",
                            "access",
                            "public",
                            "meta",
                            Map.of("owner", "ann")),
                    "stg_orders")
            .model(
                    "marts/customers",
                    Map.of("materialized", "table", "meta", Map.of("owner", "bob", "columns", List.of("a", "b"))),
                    "stg_customers",
                    "orders")
            .model("marts/finance/v1.revenue", Map.of("group", "finance", "transient", true), "orders")
            .disabled("marts/old_orders")
            .exposure("board", "customers")
            .test("unique", "unique_orders_id", Map.of("severity", "WARN"), "orders")
            .test("relationships", "rel_orders_customers", "orders", "stg_customers")
            .test("relationships", "rel_customers_orders", "customers", "orders")
            .test("relationships", "rel_source", "stg_customers", "shop.customers")
            .singular("no_negative_revenue", "v1.revenue", "orders"));

    static Shop of(SmallProject project) {
        Manifest manifest = project.manifest();
        return new Shop(
                manifest,
                assertInstanceOf(Graph.Made.Sound.class, Graph.of(manifest)).graph(),
                Selectors.NONE);
    }

    Shop with(Selectors others) {
        return new Shop(manifest, graph, others);
    }

    Selection select(SelectionRequest request) {
        return Selector.select(request, manifest, graph, selectors);
    }

    /** What the terms name, without the tests that come along. */
    String names(String... terms) {
        return names(SelectionRequest.of(terms).indirectly(Indirect.EMPTY));
    }

    String names(SelectionRequest request) {
        return select(request).ids().stream().map(Shop::shortName).collect(Collectors.joining(" "));
    }

    TreeSet<ResourceId> ids(SelectionRequest request) {
        return new TreeSet<>(select(request).ids());
    }

    List<Diagnostic> refused(SelectionRequest request) {
        return Assertions.assertThrows(ProblemsFound.class, () -> select(request))
                .problems();
    }

    private static String shortName(ResourceId id) {
        return id.value().substring(id.value().indexOf(".shop.") + ".shop.".length());
    }
}
