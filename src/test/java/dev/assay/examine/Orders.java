package dev.assay.examine;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders with every sort of mistake in them, and their customers, on an engine of their own. */
final class Orders implements AutoCloseable {

    private final Engine engine = new Engine();
    private final Shop shop = new Shop(engine);
    private final ResourceId id = shop.model("orders", "table");

    Orders() {
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

    @Override
    public void close() {
        engine.close();
    }

    Engine engine() {
        return engine;
    }

    Shop shop() {
        return shop;
    }

    ResourceId id() {
        return id;
    }

    DataTest test(String kind, String column, Map<String, Object> arguments, Map<String, Object> config) {
        return shop.test(kind, id, column, arguments, config);
    }

    DataTest unique(Map<String, Object> config) {
        return test("unique", "order_id", Map.of(), config);
    }

    DataTest accepted(String column, List<?> values, Map<String, Object> more) {
        var arguments = new HashMap<String, Object>(more);
        arguments.put("values", values);
        return test("accepted_values", column, arguments, Map.of());
    }

    Status status(Map<String, Object> config) {
        return shop.verdict(unique(config)).status();
    }

    Diagnostic problem(DataTest test) {
        return shop.verdict(test).problem().orElseThrow();
    }

    String headline(DataTest test) {
        return problem(test).headline();
    }
}
