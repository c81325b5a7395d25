package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others have put on a published view is on it after the next build, whether it is replaced or made anew. */
class ViewPropertiesTest {

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        build(1, "v, w");
    }

    private void build(int version, String columns) {
        shop.model("t", TABLE + "select " + version + " as v, 'a' as w");
        shop.model("vw", "select " + columns + " from ${ref(\"t\")}");
        shop.assay("build").ends(0);
    }

    private String options() {
        return shop.one("select array_to_string(reloptions, ', ') from pg_class where oid = 'dev.vw'::regclass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v, w", "v, w, 1 as more", "w, v"})
    void itKeepsItsOptions(String columns) {
        shop.execute("alter view dev.vw set (security_barrier = true, check_option = local)");
        String before = options();
        if (shop.hasServer(15)) {
            shop.execute("alter view dev.vw set (security_invoker = true)");
            before += ", security_invoker=true";
        }
        build(2, columns);
        assertEquals(before, options());
        build(3, columns);
        assertEquals(before, options());
    }

    @Test
    void anOptionOfAHookWins() {
        shop.requireServer(15, "Postgres 14 has no such option");
        shop.execute("alter view dev.vw set (security_invoker = true, security_barrier = true)");
        shop.model(
                "vw",
                "[@config post_hook=\"alter view ${this} set (security_invoker = false)\" /]"
                        + " select v, w from ${ref(\"t\")}");
        shop.assay("build").ends(0);
        assertEquals("security_invoker=false, security_barrier=true", options());
    }

    @Test
    void aViewMadeAnewKeepsCommentsAndDefaults() {
        shop.execute(
                "comment on view dev.vw is 'by ann'",
                "comment on column dev.vw.w is 'words'",
                "alter view dev.vw alter column w set default 'none'");
        build(2, "w, v");
        assertEquals(
                "by ann|words|'none'::text",
                shop.one("select obj_description('dev.vw'::regclass), col_description('dev.vw'::regclass, 1),"
                        + " (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = 'dev.vw'::regclass)"));
    }

    @Test
    void anOptionThatTheNewViewCannotHaveHoldsIt() {
        shop.execute("alter view dev.vw set (check_option = local)");
        shop.model("vw", "select distinct v, w from ${ref(\"t\")}");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("the options check_option was put on dev.vw by hand"), said);
        assertEquals("check_option=local", options());
    }
}
