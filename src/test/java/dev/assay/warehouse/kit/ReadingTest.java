package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where only a select may run, a user's select runs and everything else is refused and changes nothing. */
class ReadingTest extends Contract {

    @BeforeEach
    void fill() {
        table("orders", "select 1 as n");
    }

    @Test
    void aSelectIsAnswered() {
        String orders = print("orders");
        for (String sql : List.of(
                "select n from " + orders,
                "select /* drop */ n -- all\nfrom " + orders,
                "with all_orders as (select * from " + orders + ") select n from all_orders",
                "select n from " + orders + " where 'a;b' = 'a;b';")) {
            assertEquals(1, read(sql).number(), sql);
        }
    }

    @Test
    void whatIsNoSelectIsRefusedByItsFirstWord() {
        String orders = print("orders");
        for (String sql : List.of(
                "drop table " + orders,
                "/* select */ drop table " + orders,
                "delete from " + orders,
                "update " + orders + " set n = 2",
                "insert into " + orders + " select 2",
                "truncate table " + orders,
                "create table " + print("other") + " as select 1 as n",
                "explain analyze delete from " + orders,
                "copy (select 1) to 'nowhere'",
                "set threads = 1",
                "commit",
                "call anything()")) {
            WarehouseError refusal = refused(() -> read(sql));
            assertEquals(Kind.NOT_A_QUERY, refusal.kind(), sql);
            String verb =
                    sql.replaceFirst("^/\\*.*\\*/ ", "").replaceFirst(" .*", "").replace(";", "");
            assertTrue(refusal.words().contains("`" + verb + "`"), refusal::words);
        }
        assertUntouched();
    }

    @Test
    void aSecondStatementIsRefused() {
        String orders = print("orders");
        for (String sql : List.of(
                "select 1; drop table " + orders,
                "select 1; select 2",
                "select ';' /* ; */; commit; delete from " + orders)) {
            WarehouseError refusal = refused(() -> read(sql));
            assertEquals(Kind.NOT_A_QUERY, refusal.kind(), sql);
        }
        assertUntouched();
    }

    /** Some know such a thing and see that it writes, others do not know it at all. */
    @Test
    void aSelectThatWritesIsRefused() {
        String orders = print("orders");
        for (String sql : List.of(
                "with gone as (delete from " + orders + " returning n) select n from gone",
                "select 2 as n into " + print("other"),
                "with new as (select 2 as n) insert into " + orders + " select n from new")) {
            refused(() -> read(sql));
        }
        assertUntouched();
    }

    /** What stands around the user's SQL is ours, and must not hide what it is. */
    @Test
    void onlyTheUsersPartIsJudged() {
        Statement around =
                words("show_rows", Map.of("select", SqlText.plain("select n from " + print("orders")), "limit", 1));
        assertEquals(1, warehouse().read(session(), around).number());
        Statement broken = words(
                "show_rows",
                Map.of("select", SqlText.plain("select 1) as x; drop table " + print("orders") + "; --"), "limit", 1));
        refused(() -> warehouse().read(session(), broken));
        assertUntouched();
    }

    /** The session is good for other work afterwards. */
    @Test
    void itEndsWhateverCameOfIt() {
        refused(() -> read("select absent from " + print("orders")));
        run("insert into " + print("orders") + " select 2");
        read("select 1");
        run("insert into " + print("orders") + " select 3");
        assertEquals(3, seen("select count(*) from " + print("orders")).number());
    }

    private Rows read(String sql) {
        try (Session other = warehouse().open()) {
            return warehouse().read(other, Statement.of("read", sql));
        }
    }

    private void assertUntouched() {
        assertEquals(1, query("select sum(n) from " + print("orders")).number());
        assertTrue(!existing().contains(name("other")));
    }
}
