package dev.assay.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.assay.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes into Maven's own target, where src/test/python/check_artifacts.py finds it: it asks the public reader. */
class DbtFilesTest {

    private static final TargetFolder TARGET = new TargetFolder(Path.of("target", "artifact-samples"), words -> words);

    @Test
    void writesAManifestInDbtsShape() throws IOException {
        ManifestFile.write(TARGET, Shop.manifest(), ShopRun.facts());
        Map<?, ?> manifest = read(ManifestFile.NAME);
        assertEquals(
                "https://schemas.getdbt.com/dbt/manifest/v12.json", at(manifest, "metadata", "dbt_schema_version"));
        assertEquals("duckdb", at(manifest, "metadata", "adapter_type"));
        Map<?, ?> orders = (Map<?, ?>) at(manifest, "nodes", "model.shop.orders");
        assertEquals("marts/orders.sql", orders.get("path"));
        assertEquals("models/marts/orders.sql", orders.get("original_file_path"));
        assertEquals("shop://models/shop.yml", orders.get("patch_path"));
        assertEquals("\"dev\".\"orders\"", orders.get("relation_name"));
        assertEquals("target/compiled/shop/marts/orders.sql", orders.get("compiled_path"));
        assertEquals("public", orders.get("access"));
        assertEquals(List.of("seed.shop.raw_orders", "source.shop.web.events"), at(orders, "depends_on", "nodes"));
        assertEquals(List.of(List.of("web", "events")), orders.get("sources"));
        assertNull(((Map<?, ?>) at(manifest, "nodes", "model.shop.refunds")).get("relation_name"));
        assertEquals("unique", at(manifest, "nodes", "test.shop.unique_orders_order_id", "test_metadata", "name"));
        assertEquals(
                Map.of("ratchet", true, "column_name", "order_id"),
                at(manifest, "nodes", "test.shop.unique_orders_order_id", "test_metadata", "kwargs"));
        assertEquals(List.of("model.shop.orders"), at(manifest, "group_map", "finance"));
        assertEquals("public", at(orders, "config", "access"));
        assertEquals(1, ((List<?>) at(manifest, "disabled", "model.shop.parked")).size());
        assertEquals(List.of("model.shop.orders"), at(manifest, "child_map", "seed.shop.raw_orders"));
    }

    @Test
    void leavesOutWhatDbtsReadersRefuse() throws IOException {
        ManifestFile.write(TARGET, Shop.manifest(), ShopRun.facts());
        Map<?, ?> manifest = read(ManifestFile.NAME);
        Map<?, ?> config = (Map<?, ?>) at(manifest, "nodes", "model.shop.orders", "config");
        assertEquals(Map.of("enforced", true), config.get("contract"));
        assertEquals(Map.of("show", true), config.get("docs"));
        assertEquals(List.of("gold"), config.get("tags"));
        assertEquals(true, config.get("full_refresh"));
        assertEquals("daily", config.get("publish_group"));
        assertEquals(
                List.of("set x = 1"),
                ((List<?>) config.get("pre-hook"))
                        .stream().map(hook -> ((Map<?, ?>) hook).get("sql")).toList());
        List<?> constraints =
                (List<?>) at(manifest, "nodes", "model.shop.orders", "columns", "order_id", "constraints");
        assertEquals(List.of(Map.of("type", "not_null"), Map.of("type", "check", "expression", "x > 0")), constraints);
        assertEquals("application", at(manifest, "exposures", "exposure.shop.board", "type"));
        assertNull(at(manifest, "sources", "source.shop.web.events", "freshness", "error_after"));
    }

    @Test
    void writesRunResultsInDbtsWords() throws IOException {
        RunResultsFile.write(TARGET, ShopRun.result(), ShopRun.facts());
        Map<?, ?> results = read(RunResultsFile.NAME);
        List<String> lines = ((List<?>) results.get("results"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> each.get("unique_id") + " " + each.get("status") + ": " + each.get("message"))
                        .toList();
        assertEquals(
                List.of(
                        "operation.shop.shop-on-run-start-0 success: null",
                        "seed.shop.raw_orders success: null",
                        "model.shop.orders error: 1 test did not pass; readers do not see it",
                        "model.shop.refunds error: DuckDB refused the SQL of model `refunds`",
                        "model.shop.customers skipped: needs orders, which failed a test",
                        "test.shop.unique_orders_order_id fail: `unique_orders_order_id`: 3 values \"twice\"",
                        "test.shop.orders warn: `orders`: 2 rows"),
                lines);
        assertEquals(List.of("orders+"), at(results, "args", "select"));
        assertEquals(1.4, results.get("elapsed_time"));
    }

    private static Map<?, ?> read(String name) throws IOException {
        return (Map<?, ?>) JsonReader.readText(name, Files.readString(TARGET.file(name)));
    }

    private static Object at(Map<?, ?> map, String... keys) {
        Object found = map;
        for (String key : keys) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }
}
