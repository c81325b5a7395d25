package dev.assay.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema may be called like the file that it lies in: {@code shop} in {@code shop.duckdb}. */
class DuckDBDialectTest {

    @Test
    void aSchemaCalledLikeItsFileIsToldApart(@TempDir Path folder) {
        try (Warehouse warehouse = DuckDBCase.of("{type: duckdb, path: shop.duckdb}", folder);
                Session session = warehouse.open()) {
            RelationName orders = RelationName.of("shop", "orders");
            session.execute(warehouse
                    .wording()
                    .statement(
                            "make it", "create_schema", Map.of("schema", new dev.assay.warehouse.Identifier("shop"))));
            String name = warehouse.dialect().print(orders);
            session.execute(Statement.of("make it", "create table " + name + " as from range(3)"));
            session.execute(Statement.of(
                    "make it", "create view " + name.replace("orders", "all_orders") + " as from " + name));
            long rows = session.query(warehouse.wording().statement("count", "count_rows", Map.of("relation", orders)))
                    .number();
            assertEquals(3, rows);
            assertEquals("\"shop\".\"shop\".\"orders\"", name);
        }
    }

    @Test
    void anyOtherSchemaNeedsNoDatabase(@TempDir Path folder) {
        try (Warehouse warehouse = DuckDBCase.of("{type: duckdb, path: shop.duckdb}", folder)) {
            assertEquals("\"dev\".\"orders\"", warehouse.dialect().print(RelationName.of("dev", "orders")));
        }
    }
}
