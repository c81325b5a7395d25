package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server does not count rows that `alter table` rewrites: the table has another file and another column then. */
class RewrittenRowsTest {

    private static final String REWRITE = "alter table dev.t alter column v type int using 9";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        shop.model("t", TABLE + "select 1 as v, 'a' as w");
        shop.assay("build").ends(0);
        shop.requireServer(15, "Postgres 14 counts too late");
    }

    private List<String> changed() {
        return shop.assay("status")
                .ends(0)
                .text()
                .lines()
                .filter(line -> line.contains("was changed by hand"))
                .toList();
    }

    @Test
    void areSeenUntilTheNextBuild() {
        shop.execute(REWRITE);
        assertEquals(1, changed().size());
        assertEquals(1, shop.assay("status", "--require-proven").exit());
        String said = shop.assay("build").ends(0).err();
        assertTrue(said.contains("warning[changed-by-hand]: `dev.t` was changed by hand"), said);
        assertEquals(List.of(), changed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vacuum full dev.t",
                "alter table dev.t alter v set not null",
                "alter table dev.t alter v set statistics 7",
                "alter table dev.t set unlogged",
                "grant select (v) on dev.t to public"
            })
    void othersAreNoChange(String done) {
        shop.execute(done);
        assertEquals(List.of(), changed());
    }

    /** As long as the registry has notes of an older assay. */
    @Test
    void areNotSeenWhereTheNoteDoesNotTell() {
        shop.execute("update dev_quality.publications set mark = regexp_replace(mark, '#.*', '')", REWRITE);
        assertEquals(List.of(), changed());
        shop.execute("insert into dev.t values (3)");
        assertEquals(1, changed().size());
    }
}
