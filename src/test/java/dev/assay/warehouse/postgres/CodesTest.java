package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server refuses for reasons other than the SQL has names of its own. */
class CodesTest {

    @TempDir
    private Path folder;

    /** A connection that is lost each time is not SQL that was refused. */
    @Test
    void aSessionThatIsEnded() {
        var shop = new PostgresShop(folder);
        shop.model("ended", TABLE + "select pg_terminate_backend(pg_backend_pid()) as v");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("error[no-connection]"), said);
        assertTrue(said.contains("terminating connection"), said);
    }

    @Test
    void aTimeoutOfTheRoleHoldsForWhatItBuilds() {
        var shop = new PostgresShop(folder);
        String role = "hurried_" + shop.database();
        shop.execute("create role " + role + " login superuser", "alter role " + role + " set statement_timeout = 300");
        shop.profile("user: " + role).model("slow", TABLE + "select 1 as v from (select pg_sleep(20)) as slept");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("error[statement-timeout]"), said);
        shop.profile("user: " + role + ", statement_timeout: 0");
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(0.5)) as slept");
        shop.assay("build").ends(0);
    }

    /** Only the text tells a time-out from a cancellation, and a server writes it in the language of `lc_messages`. */
    @Test
    void aTimeoutInAnotherLanguage() {
        var shop = new PostgresShop(folder);
        shop.execute("create function ended(message text) returns int language plpgsql as"
                + " 'begin raise exception using errcode = ''57014'', message = message; end'");
        shop.model(
                "slow", TABLE + "select public.ended('storniere Anfrage wegen Zeitüberschreitung der Anfrage') as v");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("error[statement-timeout]"), said);
        assertTrue(said.contains("or somebody else cancelled it"), said);
        shop.model("slow", TABLE + "select public.ended('canceling statement due to user request') as v");
        said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("error[sql-refused]"), said);
        assertTrue(said.contains("somebody else cancelled it in the database"), said);
    }

    /** Only servers from 17 on have one; the words and the state are theirs. */
    @Test
    void aTransactionTimeoutHasARemedy() {
        var shop = new PostgresShop(folder);
        shop.execute("create function ended() returns int language plpgsql as 'begin raise exception using errcode ="
                + " ''25P04'', message = ''terminating connection due to transaction timeout''; end'");
        shop.model("slow", TABLE + "select public.ended() as v");
        String said = shop.assay("build").ends(1).err();
        assertTrue(said.contains("set transaction_timeout = 0`"), said);
    }
}
