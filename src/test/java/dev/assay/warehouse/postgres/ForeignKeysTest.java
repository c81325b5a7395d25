package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    private static final String STAYS = "[@config materialized=\"table\" publish_by=\"difference\" /] ";
    private static final String TO_CUSTOMERS = "{type: foreign_key, to: ref('customers'), to_columns: [id]}";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder, PostgresServer.shared());
        customers(TABLE, "1, 2");
        orders(TABLE, "(1, 1), (2, 2)");
        key(TO_CUSTOMERS);
    }

    private void customers(String how, String ids) {
        shop.model("customers", how + "select * from unnest(array[" + ids + "]) as t (id)");
    }

    private void orders(String how, String rows) {
        shop.model("orders", how + "select * from (values " + rows + ") as t (id, customer)");
    }

    private void key(String constraint) {
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
        customers(TABLE, "1, 2, 3");
        orders(TABLE, "(1, 3), (2, null)");
        shop.assay("build").ends(0);
        keeps();
        assertEquals("1,2,3|3", rows());
        customers(TABLE, "3, 4");
        shop.assay("build", "--select", "customers").ends(0);
        keeps();
        orders(TABLE, "(1, 4)");
        shop.assay("build", "--select", "orders").ends(0);
        keeps();
        assertEquals("3,4|4", rows());
        key("{type: not_null}");
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
        key(TO_CUSTOMERS);
        shop.assay("build", "--select", "orders").ends(0);
        keeps();
    }

    @Test
    void bothMayChangeTogetherInAnyWay() {
        shop.assay("build").ends(0);
        int build = 3;
        for (String parent : List.of(TABLE, STAYS)) {
            for (String child : List.of(TABLE, STAYS, STAYS)) {
                customers(parent, build + ", " + (build + 1));
                orders(child, "(1, " + build + "), (2, " + (build + 1) + ")");
                shop.assay("build").ends(0);
                keeps();
                assertEquals(build + "," + (build + 1) + "|" + build + "," + (build + 1), rows());
                build++;
            }
        }
        customers(STAYS, (build - 1) + ", " + build + ", " + (build + 2));
        shop.assay("build", "--select", "customers").ends(0);
        orders(STAYS, "(1, " + (build + 2) + ")");
        shop.assay("build", "--select", "orders").ends(0);
        keeps();
        assertEquals((build - 1) + "," + build + "," + (build + 2) + "|" + (build + 2), rows());
    }

    @Test
    void rowsWithoutParentHoldTheirTableAlone() {
        shop.model("beside", TABLE + "select 1 as v");
        shop.model("after", TABLE + "select customer from ${ref(\"orders\")}");
        shop.assay("build").ends(0);
        customers(TABLE, "1, 2, 3");
        orders(TABLE, "(1, 1), (2, 8), (3, 9)");
        shop.model("beside", TABLE + "select 2 as v");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("refused to publish `orders`"), said);
        assertTrue(
                said.contains("2 rows of `dev.orders` would have no row in `dev.customers`: (customer) leads to (id),"
                        + " and there is no 8"),
                said);
        assertTrue(said.contains("models/models.yml:9:"), said);
        assertEquals("1,2,3|1,2", rows());
        assertEquals("2|2", shop.one("select max(v), (select count(*) from dev.after) from dev.beside"));
        assertEquals(List.of(CHILD_OF_PARENT), shop.rows(KEYS));
        orders(TABLE, "(1, 1), (2, 3)");
        shop.assay("retry").ends(0);
        keeps();
        assertEquals("1,2,3|1,3", rows());
    }

    @Test
    void aParentThatLosesRowsOfOthersIsHeldByName() {
        for (String how : List.of(TABLE, STAYS)) {
            customers(how, "1, 2");
            shop.assay("build").ends(0);
            customers(how, "1, 3");
            String said = shop.assay("build", "--select", "customers").ends(1).err();
            assertTrue(said.contains("refused to publish `customers`"), said);
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
        customers(TABLE, "1, 5");
        orders(TABLE, "(1, 1), (2, 5)");
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
        customers("[@config materialized=\"table\" publish_group=\"g\" /] ", "4, 5");
        orders("[@config materialized=\"table\" publish_group=\"g\" /] ", "(1, 5)");
        shop.assay("build").ends(0);
        keeps();
        assertEquals("4,5|5", rows());
    }

    @Test
    void aTableMayLeadToItselfAndToASource() {
        shop.execute(
                "create schema raw",
                "create table raw.lands (code text primary key)",
                "insert into raw.lands values ('at')");
        shop.file("models/sources.yml", "sources: [{name: raw, tables: [{name: lands}]}]\n");
        shop.model("people", TABLE + "select * from (values (1, null, 'at'), (2, 1, 'at')) as t (id, chief, land)");
        String self = "{type: foreign_key, columns: [chief], to: ref('people'), to_columns: [id], name: chiefs}";
        String source =
                "{type: foreign_key, columns: [land], to: \"source('raw', 'lands')\", to_columns: [code], name: lands}";
        String worded = "{type: foreign_key, columns: [land], expression: 'RAW.\"lands\" (code)', name: worded}";
        shop.file(
                "models/people.yml",
                "models:\n  - name: people\n    constraints: [{type: primary_key, columns: [id]}, " + self + ", "
                        + source + ", " + worded + "]\n");
        for (int build = 0; build < 2; build++) {
            shop.assay("build", "--select", "people").ends(0);
            assertEquals(
                    List.of(
                            "chiefs FOREIGN KEY (chief) REFERENCES dev.people(id) DEFERRABLE INITIALLY DEFERRED",
                            "lands FOREIGN KEY (land) REFERENCES raw.lands(code) DEFERRABLE INITIALLY DEFERRED",
                            "worded FOREIGN KEY (land) REFERENCES raw.lands(code) DEFERRABLE INITIALLY DEFERRED"),
                    shop.rows(
                            "select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f'"
                                    + " order by 1"));
        }
        shop.model("people", STAYS + "select * from (values (3, null, 'at'), (2, 3, 'at')) as t (id, chief, land)");
        shop.assay("build", "--select", "people").ends(0);
        assertEquals("3|3", shop.one("select max(id), max(chief) from dev.people"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void keysOfManyColumnsAndOddNamesAreKept() {
        String name = "ein_sehr_langer_name_für_eine_tabelle_mit_schlüsseln";
        shop.model("pairs", TABLE + "select 1 as \"A b\", 2 as \"c\"\"d\"");
        shop.model(name, TABLE + "select 2 as x, 1 as \"Y\"");
        shop.file("models/odd.yml", """
            models:
              - name: pairs
                constraints: [{type: unique, columns: ["A b", 'c"d']}]
              - name: %s
                constraints:
                  - {type: foreign_key, columns: [x, Y], to: ref('pairs'), to_columns: ['c"d', "A b"]}
            """.formatted(name));
        for (int build = 0; build < 2; build++) {
            shop.assay("build", "--select", "pairs+").ends(0);
            assertEquals(
                    "FOREIGN KEY (x, \"Y\") REFERENCES dev.pairs(\"c\"\"d\", \"A b\") DEFERRABLE INITIALLY DEFERRED",
                    shop.one("select pg_get_constraintdef(oid) from pg_constraint where contype = 'f'"));
        }
        assertTrue(Integer.parseInt(shop.one("select octet_length(conname) from pg_constraint where contype = 'f'"))
                <= 63);
        shop.model("pairs", TABLE + "select 1 as \"A b\", 3 as \"c\"\"d\"");
        String said = shop.assay("build", "--select", "pairs").ends(1).err();
        assertTrue(said.contains("(x, Y) leads to (c\"d, A b), and there is no 2, 1"), said);
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
        customers(TABLE, "1, 2, 3");
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
        orders(TABLE, "(1, 2)");
        try (Connection lasting = connect();
                Connection other = connect()) {
            lasting.setAutoCommit(false);
            lasting.createStatement().execute("select * from dev.customers");
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
        customers(TABLE, "1, 2, 7");
        orders(TABLE, "(1, 7)");
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
        shop.assay("prune").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
        assertEquals("null|2", shop.one("select to_regclass('dev.customers'), count(*) from dev.orders"));
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void tablesThatBecomeSomethingElseAreSaid() {
        shop.assay("build").ends(0);
        orders("", "(1, 1)");
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
        orders(TABLE, "(1, 1)");
        shop.assay("build").ends(0);
        keeps();
        // the parent's constraint goes while nobody builds the child
        shop.yaml("models: []\n");
        String said = shop.assay("build", "--select", "customers").ends(1).err();
        assertTrue(said.contains("refused to publish `customers`"), said);
        assertTrue(said.contains("no unique constraint matching given keys"), said);
        customers(STAYS, "1, 2");
        said = shop.assay("build", "--select", "customers").ends(1).err();
        assertTrue(said.contains("no unique constraint matching given keys"), said);
        assertEquals(List.of(CHILD_OF_PARENT), shop.rows(KEYS));
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.rows(KEYS));
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingRuns() {
        refuses("{type: foreign_key, to: ref('customer'), to_columns: [id]}", "customer");
        refuses("{type: foreign_key, to: customers, to_columns: [id]}", "a foreign key leads to a ref or a source");
        refuses("{type: foreign_key, to: ref('customers')}", "has no `to_columns`");
        refuses("{type: foreign_key}", "a foreign key of `orders` leads nowhere");
        refuses("{type: foreign_key, expression: 'customers (id)'}", "is no table with columns");
        refuses("{type: foreign_key, expression: 'dev.customers (id) on delete cascade'}", "is no table with columns");
        refuses(
                "{type: foreign_key, to: ref('customers'), to_columns: [id, name]}",
                "(id, name) of `customers` is unique");
        refuses("{type: foreign_key, to: ref('customers'), to_columns: [name]}", "(name) of `customers` is unique");
        refuses(
                "{type: foreign_key, name: " + "n".repeat(64) + ", to: ref('customers'), to_columns: [id]}",
                "longer than 63");
        refuses("{type: custom, expression: 'references dev.customers (id)'}", "write `type: foreign_key`");
        customers("[@config materialized=\"view\" /] ", "1, 2");
        refuses(TO_CUSTOMERS, "a foreign key leads to a table, and `customers` is `view`");
    }

    private void refuses(String constraint, String words) {
        key(constraint);
        var said = shop.assay("build").ends(2);
        assertTrue(said.err().contains(words), said::toString);
        assertTrue(said.err().contains("models/models.yml:"), said::toString);
        assertFalse(said.err().contains("Exception"), said::toString);
    }
}
