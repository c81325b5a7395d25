package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB renames no table that has an index. */
class TableIndexesTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void shop() {
        shop = new Shop(folder);
        write(1);
    }

    private void write(int version) {
        shop.model("orders", TABLE + "select " + version + " as id, 'x' as \"my code\", 7 as old");
    }

    private List<String> indexes() {
        return shop.rows("select index_name from duckdb_indexes() where table_name = 'orders' order by 1");
    }

    @Test
    void anIndexMovesToTheNewTable() {
        shop.assay("build").ends(0);
        shop.execute(
                "create unique index by_id on dev.orders(id)",
                "create index by_code on dev.orders(lower(\"my code\"), id)",
                "create index by_old on dev.orders(old)");
        write(2);
        shop.assay("build").ends(0);
        assertEquals(List.of("by_code", "by_id", "by_old"), indexes());
        assertEquals("2", shop.one("select id from dev.orders"));

        shop.model("orders", TABLE + "select 3 as id, 'x' as \"my code\"");
        Said said = shop.assay("build").ends(0);
        assertTrue(said.err().contains("the index `by_old` of `orders` was dropped"), said::toString);
        assertEquals(List.of("by_code", "by_id"), indexes());

        shop.model("orders", TABLE + "select 4 as id, 'x' as \"my code\" from range(2)");
        said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("DuckDB refused to publish `orders`"), said::toString);
        assertEquals("3", shop.one("select id from dev.orders"));
        assertEquals(List.of("by_code", "by_id"), indexes());

        shop.model("orders", "select 5 as id");
        said = shop.assay("build").ends(0);
        assertTrue(said.err().contains("the index `by_id` of `orders` was dropped"), said::toString);
        assertEquals("5", shop.one("select id from dev.orders"));
    }

    @Test
    void aHookMakesItsIndexWithEachBuild() {
        shop.model(
                "orders",
                "[@config materialized=\"table\" after_publish=\"create index by_id on ${this}(id)\" /]select 1 as id");
        shop.assay("build").ends(0);
        shop.model(
                "orders",
                "[@config materialized=\"table\" after_publish=\"create index by_id on ${this}(id)\" /]select 2 as id");
        shop.assay("build").ends(0);
        assertEquals(List.of("by_id"), indexes());
        assertEquals("2", shop.one("select id from dev.orders"));
    }

    @Test
    void anIndexOnTheCandidateIsRefusedWithTheHookToUse() {
        shop.model(
                "orders",
                "[@config materialized=\"table\" post_hook=\"create index by_id on ${this}(id)\" /]select 1 as id");
        Said said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("its candidate has the index `by_id`"), said::toString);
        assertTrue(said.err().contains("help: make the index after the publication"), said::toString);
    }
}
