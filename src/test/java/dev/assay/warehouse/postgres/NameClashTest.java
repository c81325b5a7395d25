package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of other kinds that have the name of a model are found before anything is built. */
class NameClashTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void aModelThatIsNotBuiltYet() {
        shop = new PostgresShop(folder).base(1);
        shop.execute("create schema dev", "create schema dev__assay_candidate", "create schema dev__assay_retired");
    }

    @AfterEach
    void nothingWasBuilt() {
        assertEquals(
                "0",
                shop.one("select count(*) from pg_class where relname = 'base' and relkind in ('r', 'v')"
                        + " and relnamespace::regnamespace::text like 'dev%'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create sequence dev.base                                  | sequence
        create type dev.base as (a int)                           | composite type
        create type dev.base as enum ('a')                        | type
        create domain dev.base as int                             | domain
        create table public.t (a int primary key, b int)          | -
        create sequence dev__assay_candidate.base                 | sequence
        create type dev__assay_retired.base as (a int)            | composite type
        """)
    void isNamedAtTheModel(String made, String kind) {
        shop.execute(made);
        if (kind.equals("-")) {
            shop.execute("alter table public.t set schema dev", "create index base on dev.t (b)");
        }
        String word = kind.equals("-") ? "index" : kind;
        for (String[] command : new String[][] {{"plan"}, {"build"}, {"build", "--overwrite-foreign"}}) {
            String said = shop.assay(command).ends(1).err();
            assertTrue(said.contains("error[foreign-relation]: the name `dev"), said);
            assertTrue(said.contains(".base` is in use (" + word + ")"), said);
            assertTrue(said.contains("models/base.sql"), said);
        }
    }

    @Test
    void aForeignTableCannotBeReplaced() {
        shop.execute(
                "create foreign data wrapper nothing",
                "create server nowhere foreign data wrapper nothing",
                "create foreign table dev.base (v int) server nowhere");
        String said = shop.assay("build", "--overwrite-foreign").ends(1).err();
        assertTrue(said.contains("the name `dev.base` is in use (foreign table)"), said);
        assertEquals(1, said.split("error\\[", -1).length - 1, said);
    }

    /** The server makes an array type for each, and one schema cannot hold both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaax | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaay
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaay
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaſ
        """)
    void namesWithOneArrayTypeAreRefused(String one, String other) {
        shop.model(one, PostgresShop.TABLE + "select 1 as v");
        shop.model(other, PostgresShop.TABLE + "select 1 as v");
        for (String selected : List.of(one, other)) {
            String said = shop.assay("build", "--select", selected).ends(2).err();
            assertTrue(said.contains("error[not-supported]"), said);
            assertTrue(said.contains("`" + one + "`"), said);
            assertTrue(said.contains("`" + other + "`"), said);
        }
    }

    @Test
    void namesThatDifferSoonerAreNot() {
        String name = "a".repeat(61);
        shop.model(name + "xx", PostgresShop.TABLE + "select 1 as v");
        shop.model(name + "yy", PostgresShop.TABLE + "select 1 as v");
        for (String selected : List.of(name + "xx", name + "yy", name + "xx")) {
            shop.assay("build", "--select", selected).ends(0);
        }
    }

    /** What goes with our own tables is in nobody's way. */
    @Test
    void anIndexOfACandidateIsSweptWithIt() {
        shop.execute(
                "create table dev__assay_candidate.other (id serial, v int)",
                "create index base on dev__assay_candidate.other (v)",
                "alter sequence dev__assay_candidate.other_id_seq rename to another");
        shop.model("another", PostgresShop.TABLE + "select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.base"));
        shop.execute("drop table dev.base");
    }
}
