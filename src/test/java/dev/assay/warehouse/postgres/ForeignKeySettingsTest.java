package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.KeyedShop.STAYS;
import static dev.assay.warehouse.postgres.KeyedShop.TO_CUSTOMERS;
import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a foreign key may lead to, and how it is written. */
class ForeignKeySettingsTest {

    @TempDir
    private Path folder;

    private KeyedShop keyed;
    private PostgresShop shop;

    @BeforeEach
    void begin() {
        keyed = KeyedShop.in(folder);
        shop = keyed.shop();
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
        keyed.customers("[@config materialized=\"view\" /] ", "1, 2");
        refuses(TO_CUSTOMERS, "a foreign key leads to a table, and `customers` is `view`");
    }

    private void refuses(String constraint, String words) {
        keyed.key(constraint);
        var said = shop.assay("build").ends(2);
        assertTrue(said.err().contains(words), said::toString);
        assertTrue(said.err().contains("models/models.yml:"), said::toString);
        assertFalse(said.err().contains("Exception"), said::toString);
    }
}
