package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to Postgres sees one database, so a model cannot be built in another one. */
class DatabaseSettingTest {

    @TempDir
    private Path folder;

    @Test
    void anotherDatabaseIsRefusedAtItsPlace() {
        var shop = new PostgresShop(folder);
        shop.model("m", "[@config database=\"elsewhere\" /] select 1 as v");
        String said = shop.assay("build").ends(2).err();
        assertTrue(said.contains("error[not-supported]: `database: elsewhere`"), said);
        assertTrue(said.contains("m.sql:1:10"), said);
        shop.model("m", "[@config database=\"" + shop.database() + "\" /] select 1 as v");
        shop.assay("build").ends(0);
        assertEquals("1", shop.one("select v from dev.m"));
    }
}
