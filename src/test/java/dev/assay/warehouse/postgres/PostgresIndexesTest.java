package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes and constraints survive a swap, and follow the settings on a table that stays itself. */
class PostgresIndexesTest {

    private static final String INDEXES = "select regexp_replace(indexname, '_[0-9a-f]{10}$', '') || ' '"
            + " || regexp_replace(indexdef, '^.*USING ', '') from pg_indexes where schemaname = 'dev' order by 1";
    private static final String CONSTRAINTS = "select regexp_replace(conname, '_[0-9a-f]{10}$', '') || ' ' ||"
            + " pg_get_constraintdef(oid) from pg_constraint where conrelid = 'dev.base'::regclass and contype <> 'n'"
            + " order by 1";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        rows("(1, 'a'), (2, 'b')", "");
    }

    private void rows(String values, String config) {
        shop.model(
                "base",
                "[@config materialized=\"table\"" + config + " /] select * from (values " + values
                        + ") as t (v, \"the w\")");
    }

    private void settings(String indexes, String constraints) {
        shop.yaml("models:\n  - name: base\n    config: {indexes: " + indexes + "}\n    constraints: " + constraints
                + "\n");
    }

    @Test
    void namesAndKindsAreTheSameAfterEveryBuild() {
        settings(
                "[{columns: [v], unique: true}, {columns: ['the w'], type: hash}, {columns: [v, 'the w'], name: mine}]",
                "[]");
        shop.file("seeds/days.csv", "d,e\n1,2\n");
        shop.file("seeds/seeds.yml", """
            version: 2
            seeds:
              - name: days
                config: {indexes: [{columns: d}]}
            """);
        List<String> wanted = List.of(
                "base_the w hash (\"the w\")", "base_v btree (v)", "days_d btree (d)", "mine btree (v, \"the w\")");
        for (int build = 0; build < 3; build++) {
            shop.assay("build").ends(0);
            assertEquals(wanted, shop.rows(INDEXES));
        }
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void longNamesAreCutAndStayApart() {
        String longest = "é".repeat(31);
        String other = "é".repeat(30) + "x";
        shop.model("base", "[@config materialized=\"table\" alias=\"" + longest + "\" /] select 1 as a, 2 as b");
        shop.model(
                "beside",
                "[@config materialized=\"table\" alias=\"" + other
                        + "\" indexes=[{\"columns\": [\"a\"]}] /] select 1 as a");
        settings("[{columns: [a]}, {columns: [b]}, {columns: [a, b]}]", "[]");
        shop.assay("build").ends(0);
        shop.assay("build").ends(0);
        assertEquals(
                "4|4|63",
                shop.one("select count(*), count(distinct indexname), max(octet_length(indexname)) from pg_indexes"
                        + " where schemaname = 'dev'"));
    }

    @Test
    void constraintsAreReal() {
        settings(
                "[]",
                "[{type: primary_key, columns: [v]}, {type: check, expression: 'v < 9', name: small},"
                        + " {type: unique, columns: [v, 'the w']}]");
        List<String> wanted =
                List.of("base_v PRIMARY KEY (v)", "base_v_the w UNIQUE (v, \"the w\")", "small CHECK ((v < 9))");
        for (int build = 0; build < 2; build++) {
            shop.assay("build").ends(0);
            assertEquals(wanted, shop.rows(CONSTRAINTS));
        }
        rows("(1, 'a'), (10, 'b')", "");
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("check constraint \"small\" of relation \"base\" is violated"), said::toString);
        assertTrue(said.err().contains("models/models.yml:5:"), said::toString);
        assertEquals(wanted, shop.rows(CONSTRAINTS));
        rows("(1, 'a'), (1, 'b')", "");
        said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("Key (v)=(1) is duplicated"), said::toString);
        assertEquals("2", shop.one("select max(v) from dev.base"));
    }

    @Test
    void aConstraintMayBeInTheServersOwnWords() {
        String custom =
                "{type: custom, name: apart, expression: 'exclude using btree (\"the w\" with =) where (v > 1)'}";
        settings("[]", "[" + custom + "]");
        List<String> wanted = List.of("apart EXCLUDE USING btree (\"the w\" WITH =) WHERE ((v > 1))");
        for (int build = 0; build < 2; build++) {
            shop.assay("build").ends(0);
            assertEquals(wanted, shop.rows(CONSTRAINTS));
        }
        rows("(2, 'a'), (3, 'a')", "");
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("could not create exclusion constraint \"apart\""), said::toString);
        assertTrue(said.err().contains("models/models.yml:5:"), said::toString);
        rows("(2, 'a'), (3, 'b')", " publish_by=\"difference\"");
        shop.assay("build").ends(0);
        assertEquals(wanted, shop.rows(CONSTRAINTS));
        settings("[]", "[{type: custom, expression: 'foreign key (v) references dev.other'}]");
        said = shop.assay("build").ends(2);
        assertTrue(said.err().contains("a foreign key in a constraint `custom` is not kept"), said::toString);
        settings("[]", "[{type: custom}]");
        said = shop.assay("build").ends(2);
        assertTrue(said.err().contains("the constraint `custom` of `base` wants an `expression`"), said::toString);
    }

    @Test
    void aTableThatStaysItselfFollowsItsSettings() {
        String stays = " publish_by=\"difference\"";
        settings("[{columns: [v], unique: true}]", "[{type: check, expression: 'v < 9', name: small}]");
        shop.assay("build").ends(0);
        String oid = shop.one("select 'dev.base'::regclass::oid");
        shop.execute("create index by_hand on dev.base (\"the w\")");

        rows("(1, 'a'), (1, 'b'), (10, 'c')", stays);
        settings("[{columns: ['the w'], unique: true}]", "[{type: primary_key, columns: ['the w']}]");
        shop.assay("build").ends(0);
        assertEquals(
                List.of("base_the w btree (\"the w\")", "base_the w btree (\"the w\")", "by_hand btree (\"the w\")"),
                shop.rows(INDEXES));
        assertEquals(List.of("base_the w PRIMARY KEY (\"the w\")"), shop.rows(CONSTRAINTS));

        rows("(1, null), (1, null)", stays);
        settings("[]", "[]");
        shop.assay("build").ends(0);
        assertEquals(List.of("by_hand btree (\"the w\")"), shop.rows(INDEXES));
        assertEquals(oid + "|2", shop.one("select 'dev.base'::regclass::oid, count(*) from dev.base"));
        shop.assay("build").ends(0);
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeAnythingRuns() {
        settings("[{colums: [v]}]", "[]");
        var said = shop.assay("build").ends(2);
        assertTrue(said.err().contains("an index has no `colums`"), said::toString);
        settings("[{columns: [v], type: perhaps}]", "[]");
        said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("access method \"perhaps\""), said::toString);
        assertTrue(said.err().contains("models/models.yml:4:"), said::toString);
        shop.file("models/base.sql", "select 1 as v\n");
        said = shop.assay("build").ends(0);
        assertTrue(said.err().contains("only tables have indexes"), said::toString);
    }
}
