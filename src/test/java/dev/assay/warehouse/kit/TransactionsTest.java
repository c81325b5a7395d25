package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cut rests on: many changes at once, or none of them. */
class TransactionsTest extends Contract {

    @Test
    void rowsAreAllOrNothing() {
        table("orders", "select 1 as n");
        session().begin();
        run("insert into " + print("orders") + " select 2");
        assertEquals(1, seen("select count(*) from " + print("orders")).number());
        session().rollback();
        assertEquals(1, query("select count(*) from " + print("orders")).number());
        session().begin();
        run("insert into " + print("orders") + " select 2");
        session().commit();
        assertEquals(2, seen("select count(*) from " + print("orders")).number());
    }

    /** Where definitions are no part of a transaction, one of them ends it: it is seen before the commit. */
    @Test
    void definitionsAreAllOrNothingWhereThatIsDeclared() {
        table("orders", "select 1 as n");
        table("next", "select 2 as n");
        session().begin();
        rename("orders", "old");
        rename("next", "orders");
        view("recent", "select n from " + print("orders"));
        boolean whole = can(Capability.TRANSACTIONAL_DEFINITIONS);
        if (whole) {
            // A warehouse may make others wait for a relation that is being renamed: nobody looks before the end.
            session().rollback();
        }
        assertEquals(whole ? 1 : 2, seen("select n from " + print("orders")).number());
        session().rollback();
        assertEquals(!whole, existing().contains(name("recent")));
    }

    @Test
    void afterARefusalASessionIsGoodAgain() {
        session().begin();
        table("orders", "select 1 as n");
        refused(() -> query("select nothing_like_it from " + print("orders")));
        session().rollback();
        table("others", "select 3 as n");
        assertEquals(3, query("select n from " + print("others")).number());
        session().rollback();
        assertEquals(3, seen("select n from " + print("others")).number());
    }

    private void rename(String from, String to) {
        RelationName renamed = name(to);
        session().execute(words("rename_table", Map.of("from", name(from), "to", renamed)));
    }
}
