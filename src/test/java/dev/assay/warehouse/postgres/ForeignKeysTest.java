package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.KeyedShop.STAYS;
import static dev.assay.warehouse.postgres.KeyedShop.TO_CUSTOMERS;
import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign key leads to what readers see, whoever of the two tables is published, and in whichever way. */
class ForeignKeysTest {

    private static final String KEYS = "select regexp_replace(conname, '_[0-9a-f]{10}$', '') || ' ' ||"
        + " conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1";
    private static final String CHILD_OF_PARENT = "orders_customer dev.orders FOREIGN KEY (customer) REFERENCES"
            + " dev.customers(id) DEFERRABLE INITIALLY DEFERRED";

    @TempDir
    private Path folder;

    private KeyedShop keyed;
    private PostgresShop shop;

    @BeforeEach
    void begin() {
        keyed = KeyedShop.in(folder);
        shop = keyed.shop();
    }

    private void keeps() {
        assertEquals(List.of(CHILD_OF_PARENT), shop.rows(KEYS));
        assertEquals(List.of(), shop.leftovers());
    }

    private String rows() {
        return shop.one("select (select string_agg(id::text, ',' order by id) from dev.customers), (select"
                + " string_agg(customer::text, ',' order by id) from dev.orders)");
    }

    @Test
    void itFollowsItsTablesThroughExchanges() {
        shop.assay("build").ends(0);
        keeps();
        keyed.customers(TABLE, "1, 2, 3");
        keyed.orders(TABLE, "(1, 3), (2, null)");
        shop.assay("build").ends(0);
        keeps();
        assertEquals("1,2,3|3", rows());
        keyed.customers(TABLE, "3, 4");
        shop.assay("build", "--select", "customers").ends(0);
        keeps();
        keyed.orders(TABLE, "(1, 4)");
        shop.assay("build", "--select", "orders").ends(0);
        keeps();
        assertEquals("3,4|4", rows());
        keyed.key("{type: not_null}");
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
        keyed.key(TO_CUSTOMERS);
        shop.assay("build", "--select", "orders").ends(0);
        keeps();
    }

    @Test
    void bothMayChangeTogetherInAnyWay() {
        shop.assay("build").ends(0);
        int build = 3;
        for (String parent : List.of(TABLE, STAYS)) {
            for (String child : List.of(TABLE, STAYS, STAYS)) {
                keyed.customers(parent, build + ", " + (build + 1));
                keyed.orders(child, "(1, " + build + "), (2, " + (build + 1) + ")");
                shop.assay("build").ends(0);
                keeps();
                assertEquals(build + "," + (build + 1) + "|" + build + "," + (build + 1), rows());
                build++;
            }
        }
        keyed.customers(STAYS, (build - 1) + ", " + build + ", " + (build + 2));
        shop.assay("build", "--select", "customers").ends(0);
        keyed.orders(STAYS, "(1, " + (build + 2) + ")");
        shop.assay("build", "--select", "orders").ends(0);
        keeps();
        assertEquals((build - 1) + "," + build + "," + (build + 2) + "|" + (build + 2), rows());
    }

    @Test
    void rowsWithoutParentHoldTheirTableAlone() {
        shop.model("beside", TABLE + "select 1 as v");
        shop.model("after", TABLE + "select customer from ${ref(\"orders\")}");
        shop.assay("build").ends(0);
        keyed.customers(TABLE, "1, 2, 3");
        keyed.orders(TABLE, "(1, 1), (2, 8), (3, 9)");
        shop.model("beside", TABLE + "select 2 as v");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("`orders` cannot be published: "), said);
        assertTrue(
                said.contains("2 rows of `dev.orders` would have no row in `dev.customers`: (customer) leads to (id),"
                        + " and there is no 8"),
                said);
        assertTrue(said.contains("models/models.yml:9:"), said);
        assertEquals("1,2,3|1,2", rows());
        assertEquals("2|2", shop.one("select max(v), (select count(*) from dev.after) from dev.beside"));
        assertEquals(List.of(CHILD_OF_PARENT), shop.rows(KEYS));
        keyed.orders(TABLE, "(1, 1), (2, 3)");
        shop.assay("retry").ends(0);
        keeps();
        assertEquals("1,2,3|1,3", rows());
    }

    @Test
    void aParentThatLosesRowsOfOthersIsHeldByName() {
        for (String how : List.of(TABLE, STAYS)) {
            keyed.customers(how, "1, 2");
            shop.assay("build").ends(0);
            keyed.customers(how, "1, 3");
            String said = shop.assay("build", "--select", "customers").ends(1).err();
            assertTrue(said.contains("`customers` cannot be published: "), said);
            assertTrue(said.contains("1 row of `dev.orders` would have no row in `dev.customers`"), said);
            assertTrue(said.contains("and there is no 2"), said);
            assertTrue(said.contains("build that in the same cut, too"), said);
            assertEquals("1,2|1,2", rows());
            assertEquals(List.of(CHILD_OF_PARENT), shop.rows(KEYS));
        }
    }

    @Test
    void theChildWaitsForItsParent() {
        shop.file("tests/none.sql", "select * from ${ref(\"customers\")} where id > 4");
        shop.assay("build").ends(0);
        keyed.customers(TABLE, "1, 5");
        keyed.orders(TABLE, "(1, 1), (2, 5)");
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("needs customers, which failed a test"), said::toString);
        assertEquals("1,2|1,2", rows());
        keysOf("customers+", "orders");
        keysOf("+orders", "customers");
    }

    private void keysOf(String selection, String found) {
        assertTrue(shop.assay("ls", "--select", selection).ends(0).out().contains(found));
    }

    @Test
    void groupsAndSingleCutsKeepIt() {
        shop.assay("build", "--publish", "each").ends(0);
        keeps();
        keyed.customers("[@config materialized=\"table\" publish_group=\"g\" /] ", "4, 5");
        keyed.orders("[@config materialized=\"table\" publish_group=\"g\" /] ", "(1, 5)");
        shop.assay("build").ends(0);
        keeps();
        assertEquals("4,5|5", rows());
    }

    @Test
    void whatAKilledRunHasNotProvenIsProvenByTheNext() {
        shop.assay("build").ends(0);
        String mark = shop.one("select obj_description(oid, 'pg_constraint') from pg_constraint where contype = 'f'");
        String name = shop.one("select conname from pg_constraint where contype = 'f'");
        shop.execute(
                "alter table dev.orders drop constraint " + name,
                "alter table dev.orders add constraint " + name
                        + " foreign key (customer) references dev.customers (id)"
                        + " deferrable initially deferred not valid",
                "comment on constraint " + name + " on dev.orders is '" + mark + "'");
        shop.model("beside", TABLE + "select 1 as v");
        shop.assay("build", "--select", "beside").ends(0);
        keeps();
    }

    @Test
    void rowsOfStrangersAreNamedAndHoldNoOtherTable() {
        shop.assay("build").ends(0);
        String name = shop.one("select conname from pg_constraint where contype = 'f'");
        shop.execute(
                "alter table dev.orders disable trigger all",
                "insert into dev.orders values (9, 9)",
                "alter table dev.orders enable trigger all");
        keyed.customers(TABLE, "1, 2, 3");
        shop.model("beside", TABLE + "select 1 as v");
        String said =
                shop.assay("build", "--select", "customers", "beside").ends(1).err();
        assertTrue(said.contains("there is no 9"), said);
        assertEquals("1", shop.one("select v from dev.beside"));
        shop.execute(
                "alter table dev.orders drop constraint " + name,
                "alter table dev.orders add constraint " + name
                        + " foreign key (customer) references dev.customers (id)" + " not valid",
                "comment on constraint " + name + " on dev.orders is 'assay of old'");
        shop.model("beside", TABLE + "select 2 as v");
        said = shop.assay("build", "--select", "beside").ends(0).err();
        assertTrue(said.contains("could not hold all rows of `dev.orders` against its key"), said);
        assertEquals("2", shop.one("select v from dev.beside"));
    }

    @Test
    void aLongReaderOfTheParentMakesNoOtherReaderWait() throws Exception {
        shop.assay("build").ends(0);
        keyed.orders(TABLE, "(1, 2)");
        try (Connection lasting = connect();
                Connection other = connect()) {
            lasting.setAutoCommit(false);
            lasting.createStatement().execute("select * from dev.customers");
            // The driver keeps the cursor of a query, and its snapshot with it, until the next statement.
            lasting.createStatement().execute("set local lock_timeout = 0");
            Process building = shop.apart("build", "--select", "orders");
            other.createStatement().execute("set lock_timeout = '1s'");
            int waits = 0;
            while (waits < 5 && building.isAlive()) {
                waits += Integer.parseInt(shop.one("select count(*) from pg_locks where not granted and relation"
                        + " = 'dev.customers'::regclass and database = (select oid from pg_database where datname ="
                        + " current_database())"));
                other.createStatement().execute("select * from dev.customers, dev.orders");
            }
            assertEquals(5, waits);
            lasting.rollback();
            assertEquals(0, building.waitFor());
        }
        keeps();
        assertEquals("1,2|2", rows());
    }

    private Connection connect() throws SQLException {
        return PostgresServer.shared().connect(shop.database(), "postgres");
    }

    @Test
    void aKeyMadeByHandStaysWhatItIs() {
        shop.assay("build").ends(0);
        shop.execute(
                "create table dev.others (id int references dev.customers (id))", "insert into dev.others values (1)");
        String oid = shop.one("select 'dev.customers'::regclass::oid");
        keyed.customers(TABLE, "1, 2, 7");
        keyed.orders(TABLE, "(1, 7)");
        shop.assay("build").ends(0);
        assertEquals(
                oid + "|2",
                shop.one("select 'dev.customers'::regclass::oid, count(*) from pg_constraint where contype = 'f' and"
                        + " convalidated"));
        assertEquals("1,2,7|7", rows());
    }

    @Test
    void whatGoesLetsGo() {
        shop.assay("build").ends(0);
        shop.without("models/customers.sql");
        shop.yaml("models: []\n");
        shop.assay("prune", "--yes").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
        assertEquals("null|2", shop.one("select to_regclass('dev.customers'), count(*) from dev.orders"));
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void tablesThatBecomeSomethingElseAreSaid() {
        shop.assay("build").ends(0);
        keyed.orders("", "(1, 1)");
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
        keyed.orders(TABLE, "(1, 1)");
        shop.assay("build").ends(0);
        keeps();
        // the parent's constraint goes while nobody builds the child
        shop.yaml("models: []\n");
        String said = shop.assay("build", "--select", "customers").ends(1).err();
        assertTrue(said.contains("refused to publish `customers`"), said);
        assertTrue(said.contains("no unique constraint matching given keys"), said);
        keyed.customers(STAYS, "1, 2");
        said = shop.assay("build", "--select", "customers").ends(1).err();
        assertTrue(said.contains("no unique constraint matching given keys"), said);
        assertEquals(List.of(CHILD_OF_PARENT), shop.rows(KEYS));
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
    }
}
