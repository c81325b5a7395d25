package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables and views: made, renamed, replaced, dropped, counted. */
class RelationsTest extends Contract {

    @Test
    void aTableHoldsWhatItsQueryGave() {
        table("orders", numbers(3));
        assertEquals(
                1000,
                session()
                        .query(words("count_rows", Map.of("relation", name("orders"))))
                        .number());
        assertEquals(
                499500,
                query("select cast(sum(n) as bigint) from " + print("orders")).number());
    }

    @Test
    void aViewShowsWhatIsBelowIt() {
        table("orders", "select 1 as n");
        view("recent", "select n from " + print("orders"));
        run("insert into " + print("orders") + " select 5");
        assertEquals(
                6,
                query("select cast(sum(n) as bigint) from " + print("recent")).number());
    }

    @Test
    void aViewMayBeReplacedByOneWithFurtherColumns() {
        view("recent", "select 1 as n");
        make("replace_view", name("recent"), "select 2 as n, 'x' as word");
        assertEquals(
                List.of(2L, "x"),
                query("select * from " + print("recent")).rows().getFirst());
    }

    @Test
    void aCandidateIsTheSameInItsPlace() {
        make("create_table_as", candidate("orders"), "select 7 as n");
        session().execute(words("rename_table", Map.of("from", candidate("orders"), "to", name("orders"))));
        make("create_view_as", candidate("recent"), "select 8 as n");
        session().execute(words("rename_view", Map.of("from", candidate("recent"), "to", name("recent"))));
        assertEquals(
                Map.of(name("orders"), Kind.TABLE, name("recent"), Kind.VIEW),
                warehouse().existing(session(), schemas()).relations());
        assertEquals(7, query("select n from " + print("orders")).number());
        assertEquals(8, query("select n from " + print("recent")).number());
    }

    @Test
    void droppedIsGone() {
        table("orders", "select 7 as n");
        view("recent", "select 8 as n");
        assertEquals(
                Map.of(name("orders"), Kind.TABLE, name("recent"), Kind.VIEW),
                existing().relations());
        session().execute(words("drop_view", Map.of("relation", name("recent"))));
        session().execute(words("drop_table", Map.of("relation", name("orders"))));
        assertFalse(existing().contains(name("orders")) || existing().contains(name("recent")));
    }

    @Test
    void theRowsThatAStatementTouchesAreCounted() {
        table("orders", numbers(1));
        String orders = print("orders");
        assertEquals(
                3,
                session()
                        .execute(Statement.of(
                                "add", "insert into " + orders + " select n from " + orders + " where n < 3")));
        assertEquals(4, session().execute(Statement.of("change", "update " + orders + " set n = 70 where n < 2")));
        assertEquals(4, session().execute(Statement.of("remove", "delete from " + orders + " where n = 70")));
    }
}
