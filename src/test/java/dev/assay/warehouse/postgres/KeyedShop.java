package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;

import java.nio.file.Path;

/** Customers, and orders with a key to them. */
record KeyedShop(PostgresShop shop) {

    static final String STAYS = "[@config materialized=\"table\" publish_by=\"difference\" /] ";
    static final String TO_CUSTOMERS = "{type: foreign_key, to: ref('customers'), to_columns: [id]}";

    static KeyedShop in(Path folder) {
        var keyed = new KeyedShop(new PostgresShop(folder, PostgresServer.shared()));
        keyed.customers(TABLE, "1, 2");
        keyed.orders(TABLE, "(1, 1), (2, 2)");
        keyed.key(TO_CUSTOMERS);
        return keyed;
    }

    void customers(String how, String ids) {
        shop.model("customers", how + "select * from unnest(array[" + ids + "]) as t (id)");
    }

    void orders(String how, String rows) {
        shop.model("orders", how + "select * from (values " + rows + ") as t (id, customer)");
    }

    void key(String constraint) {
        shop.yaml("""
            models:
              - name: customers
                columns:
                  - name: id
                    constraints: [{type: primary_key}]
              - name: orders
                columns:
                  - name: customer
                    constraints: [%s]
            """.formatted(constraint));
    }
}
