package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each method of the grammar matches in the shop; {@link Shop#OPEN} has it all. */
class MethodTest {

    private static final String ALL_TESTS =
            "no_negative_revenue rel_customers_orders rel_orders_customers rel_source unique_orders_id";

    @ParameterizedTest
    @CsvSource({
        // a name, a way of folders, with or without the package
        "orders, orders",
        "shop.marts.orders, orders",
        "marts.orders, orders",
        "staging, stg_customers stg_orders",
        "shop.staging, stg_customers stg_orders",
        "marts.finance, v1.revenue",
        "v1.revenue, v1.revenue",
        "marts.finance.v1.revenue, v1.revenue",
        "stg_*, stg_customers stg_orders",
        "fqn:stg_*, stg_customers stg_orders",
        "staging.stg_[c]*, stg_customers",
        "staging.*, stg_customers stg_orders",
        "*.stg_orders, stg_orders",
        "board, board",
        "raw_countries, raw_countries",
        // where no method is written, a slash and an ending tell
        "models/staging/stg_orders.sql, stg_orders",
        "project/models/staging/stg_orders.sql, stg_orders",
        "stg_orders.sql, stg_orders",
        "raw_countries.csv, raw_countries",
        "file:stg_orders, stg_orders",
        "sources.yml, shop.customers shop.raw",
        "path:models/staging, stg_customers stg_orders shop.customers shop.raw",
        "models/staging/staging.yml, stg_customers stg_orders",
        "path:seeds, raw_countries",
        // the rest, each by its word
        "tag:nightly, stg_customers stg_orders",
        "tag:h?t, stg_orders",
        "tag:landing, shop.raw",
        "config.materialized:table, customers orders",
        "config.materialized:seed, raw_countries",
        "config.materialized:view, stg_customers stg_orders v1.revenue",
        "config.meta.owner:ann, orders shop.raw",
        "config.meta.columns:b, customers",
        "config.transient:true, v1.revenue",
        "config.transient:True, v1.revenue",
        "config.tags:hot, stg_orders",
        "config.severity:warn, unique_orders_id",
        "resource_type:seed, raw_countries",
        "resource_type:source, shop.customers shop.raw",
        "resource_type:exposure, board",
        "source:shop, shop.customers shop.raw",
        "source:shop.raw, shop.raw",
        "source:shop.shop.r*, shop.raw",
        "source:*, shop.customers shop.raw",
        "exposure:*, board",
        "exposure:shop.board, board",
        "test_type:singular, no_negative_revenue",
        "test_name:relationships, rel_customers_orders rel_orders_customers rel_source",
        "test_name:uni*, unique_orders_id",
        "group:sales, orders",
        "group:*, orders v1.revenue",
        "access:public, orders",
        "access:protected, customers stg_customers stg_orders v1.revenue",
        "'package:this,resource_type:seed', raw_countries",
        "'package:sh*,resource_type:seed', raw_countries"
    })
    void matches(String term, String names) {
        assertEquals(names, Shop.OPEN.names(term));
    }

    @ParameterizedTest
    @CsvSource({"test_type:data", "resource_type:test"})
    void allTests(String term) {
        assertEquals(ALL_TESTS, Shop.OPEN.names(term));
    }

    @ParameterizedTest
    @CsvSource({
        "package:other",
        "unit_test:*",
        "test_type:unit",
        "resource_type:snapshot",
        "config.meta.owner.deeper:x",
        "config.materialised:table",
        "shop.raw",
        "models"
    })
    void matchesNothing(String term) {
        assertEquals("", Shop.OPEN.names(term));
    }

    @ParameterizedTest
    @CsvSource({
        "+orders, orders stg_orders shop.raw",
        "1+orders, orders stg_orders",
        "0+orders, orders",
        "orders+1, customers orders v1.revenue no_negative_revenue rel_customers_orders rel_orders_customers"
                + " unique_orders_id",
        "stg_customers+, board stg_customers customers rel_customers_orders rel_orders_customers rel_source",
        "v1.revenue, v1.revenue",
        "1+v1.revenue+1, orders v1.revenue no_negative_revenue"
    })
    void reaches(String term, String names) {
        assertEquals(sorted(names), sorted(Shop.OPEN.names(term)));
    }

    private static String sorted(String names) {
        return java.util.Arrays.stream(names.split(" ")).sorted().collect(java.util.stream.Collectors.joining(" "));
    }
}
