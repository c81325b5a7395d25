package dev.assay.warehouse.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that see some of a candidate's rows prove nothing: it is held. */
class HiddenRowsTest {

    private static final String FAILING = " /] select * from (values (1, 'a'), (2, cast(null as text))) as t (v, w)";

    @TempDir
    private Path folder;

    private PostgresShop shop;

    @BeforeEach
    void begin() {
        shop = new PostgresShop(folder);
        String builder = "builder_" + shop.database();
        shop.execute(
                "create role " + builder + " login",
                "grant create on database " + shop.database() + " to " + builder,
                "create function public.f() returns event_trigger language plpgsql as $$ declare made record; begin"
                    + " for made in select * from pg_event_trigger_ddl_commands() where object_identity like"
                    + " 'dev\\_\\_assay\\_candidate.%' and object_type = 'table' loop execute format('alter table %s"
                    + " enable row level security', made.objid::regclass); execute format('alter table %s force row"
                    + " level security', made.objid::regclass); end loop; end $$");
        shop.profile("user: " + builder);
        shop.yaml("models: [{name: t, columns: [{name: w, data_tests: [not_null]}]}]\n");
    }

    private void requireHeld() {
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("`t` cannot be tested: row security on dev__assay_candidate.t may hide rows"), said);
        assertEquals("", shop.one("select to_regclass('dev.t')").replace("null", ""));
    }

    @Test
    void aHookThatForcesRowSecurityHoldsTheCandidate() {
        String hooks = "[@config materialized=\"table\" post_hook=[\"create policy p on ${this} using (v < 2)\","
                + " \"alter table ${this} enable row level security\", \"alter table ${this} force row level"
                + " security\"]";
        shop.model("t", hooks + FAILING);
        requireHeld();
        shop.model(
                "t",
                "[@config materialized=\"table\" after_publish=[\"create policy p on ${this} using (v < 2)\","
                        + " \"alter table ${this} enable row level security\"] /]"
                        + " select * from (values (1, 'a'), (2, 'b')) as t (v, w)");
        shop.assay("build").ends(0);
        assertEquals(
                "2|t",
                shop.one("select count(*), bool_or(relrowsecurity) from dev.t, pg_class where oid ="
                        + " 'dev.t'::regclass"));
    }

    @Test
    void soDoesAnEventTrigger() {
        shop.execute("create event trigger e on ddl_command_end when tag in ('CREATE TABLE AS') execute function"
                + " public.f()");
        shop.model("t", "[@config materialized=\"table\"" + FAILING);
        requireHeld();
    }

    /** The tests of a run that was stopped have seen all rows; nobody has looked since. */
    @Test
    void soDoesRowSecurityThatComesAfterTheTests() {
        shop.model("t", "[@config materialized=\"table\" /] select 1 as v, 'a' as w");
        shop.yaml("models: [{name: t, columns: [{name: w, data_tests: [not_null]}]},"
                + " {name: late, columns: [{name: v, data_tests: [unique]}]}]\n");
        shop.model(
                "late",
                "[@config materialized=\"table\" pre_hook=\"select public.hide()\" /] select v from ${ref(\"t\")}");
        shop.execute("create function public.hide() returns void language plpgsql security definer as $$ begin alter"
                + " table dev__assay_candidate.t enable row level security; alter table dev__assay_candidate.t force"
                + " row level security; create policy p on dev__assay_candidate.t using (true); end $$");
        String said = shop.assay("build").ends(1).err();
        assertTrue(
                said.contains("`t` cannot be published: row security on dev__assay_candidate.t may hide rows"), said);
    }

    private void eventTrigger(String more) {
        shop.execute(
                "create function public.secure() returns event_trigger language plpgsql as $$ declare made record;"
                        + " begin for made in select * from pg_event_trigger_ddl_commands() where object_type = 'table'"
                        + " and schema_name like 'dev%' loop execute format('alter table %s enable row level security',"
                        + " made.object_identity); " + more + " end loop; end $$",
                "create event trigger secure on ddl_command_end when tag in ('CREATE TABLE', 'CREATE TABLE AS') execute"
                        + " function public.secure()");
    }

    private void reader() {
        shop.execute(
                "create role reader_" + shop.database(),
                "grant usage on schema dev to public",
                "create function public.seen() returns bigint language sql security definer as 'select count(*) from"
                        + " dev.t'",
                "alter function public.seen() owner to reader_" + shop.database());
    }

    private String readersSee() {
        return shop.one("select public.seen()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "execute format('create policy p on %s using (v < 2)', made.object_identity);"})
    void anEventTriggerDoesNotHideTheRowsOfAPublishedTable(String more) {
        shop.model("t", "[@config materialized=\"table\" grants={\"select\": [\"public\"]} /] select 1 as v, 'a' as w");
        shop.assay("build").ends(0);
        reader();
        eventTrigger(more);
        shop.model("t", "[@config materialized=\"table\" grants={\"select\": [\"public\"]} /] select 2 as v, 'a' as w");
        String said = shop.assay("build").ends(0).err();
        assertFalse(said.contains("row security"), said);
        assertEquals("1", readersSee());
        assertEquals(
                "f|0",
                shop.one("select relrowsecurity, (select count(*) from pg_policy) from pg_class"
                        + " where oid = 'dev.t'::regclass"));
    }

    @Test
    void aFirstPublicationKeepsItWithAWarning() {
        eventTrigger("");
        shop.model("t", "[@config materialized=\"table\" grants={\"select\": [\"public\"]} /] select 1 as v, 'a' as w");
        String said = shop.assay("build").ends(0).text();
        assertTrue(said.contains("readers of dev.t see no rows: "), said);
        reader();
        assertEquals("0", readersSee());
        shop.execute("alter table dev.t disable row level security");
        shop.model("t", "[@config materialized=\"table\" grants={\"select\": [\"public\"]} /] select 2 as v, 'a' as w");
        shop.assay("build").ends(0);
        assertEquals("1", readersSee());
    }
}
