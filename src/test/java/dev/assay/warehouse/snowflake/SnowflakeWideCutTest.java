package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cut that is wide enough for several sessions at a time: whole in the end, wherever all of them break off. */
class SnowflakeWideCutTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    /** {@code -Dassay.every=1}: broken off at each step. */
    private static final int EVERY = Integer.getInteger("assay.every", 18);

    private static final int TABLES = 24;
    private static final String JOURNAL = "state = 'publishing', generation";

    @TempDir
    private Path folder;

    private SnowflakeProject shop;

    @BeforeEach
    void shop() {
        shop = SnowflakeProject.fresh(SERVER, folder);
        shop.project("models:\n  shop: {+publish_by: swap}\n");
        version(1);
        shop.assay("build", "--threads", "4").ends(0);
    }

    /** Half of the tables come and go as views, and each view reads a column that only its version has. */
    private void version(int version) {
        for (int i = 0; i < TABLES; i++) {
            boolean turns = i % 4 == 0 && version % 2 == 0;
            shop.model("t" + i, (turns ? "" : TABLE) + "select " + version + " as v, 1 as only" + version);
            shop.model("u" + i, "select v, only" + version + " from ${ref(\"t" + i + "\")}");
            shop.model("w" + i, "select v, only" + version + " as only from ${ref(\"u" + i + "\")}");
        }
    }

    /** Which versions are seen. */
    private String seen() {
        var all = new StringBuilder("select string_agg(distinct v, ' ' order by v) from (select 0 as v where false");
        for (int i = 0; i < TABLES; i++) {
            all.append(" union all select v from dev.w").append(i);
            all.append(" union all select v from dev.t").append(i);
        }
        return shop.one(all + ") as all_of_them");
    }

    @Test
    void whereverAllSessionsEndTheNextRunFinishesIt() {
        int broken = 0;
        // The statement after the journal commits it; before that, there is nothing to finish.
        for (int further = 2; further < 140; further += EVERY) {
            int version = broken + 2;
            version(version);
            SERVER.faults().breakAllAfter(JOURNAL, further);
            var said = shop.assay("build", "--threads", "4");
            if (!SERVER.faults().broke() || said.exit() == 0) {
                break;
            }
            broken++;
            shop.endLeases();
            String next = shop.assay("build", "--select", "t0", "--threads", "4")
                    .ends(0)
                    .text();
            assertTrue(next.contains("finished now"), next);
            assertEquals(String.valueOf(version), seen(), "broken off after " + further + " statements");
        }
        assertTrue(broken * EVERY >= 54, broken + " times");
        shop.assay("build", "--threads", "4").ends(0);
        assertEquals("0", shop.leftovers());
    }

    @Test
    void oneThatIsRefusedTakesAllOthersBack() {
        version(2);
        for (String step : new String[] {
            "swap with .*T7", "rename to .*T8", "create or replace view .*W9", "create or replace view .*T12", "commit"
        }) {
            SERVER.faults().refuseAt("^" + (step.equals("commit") ? "update .*set state = 'published'" : ".*" + step));
            var said = shop.assay("build", "--publish", "all", "--threads", "4").ends(1);
            assertTrue(said.text().contains("Insufficient privileges"), said.text());
            assertEquals("1", seen(), step);
            assertEquals(
                    String.valueOf(TABLES),
                    shop.one("select count(*) from information_schema.tables where table_schema = 'DEV' and table_type"
                            + " = 'BASE TABLE' and table_name like 'T%' and table_name not like '%ASSAY%'"),
                    step);
        }
        shop.assay("build", "--threads", "4").ends(0);
        assertEquals("2", seen());
        assertEquals("0", shop.leftovers());
    }
}
