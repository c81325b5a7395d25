package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped project, as a user of Snowflake builds it. */
class SnowflakeBuildTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    @TempDir
    private Path folder;

    private SnowflakeProject inventory;

    @BeforeEach
    void project() throws IOException {
        inventory = SnowflakeProject.fresh(SERVER, folder);
        Path shipped = Path.of("project");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(shipped.resolve("target")))
                    .toList()) {
                inventory.file(shipped.relativize(file).toString(), Files.readString(file));
            }
        }
        inventory.profile("inventory", SnowflakeCase.PASSWORD);
    }

    @Test
    void theShippedProjectIsGreenTwice() {
        String first = inventory.assay("build").ends(0).text();
        assertTrue(first.contains("12 models, 4 seeds, 34 tests passed, 16 published as generation 1"), first);
        assertEquals("304", inventory.one("select count(*) from dev.sales"));
        assertEquals("SKU-0005", inventory.one("select sku from dev.sales where sale_id = 'P000002'"));
        assertEquals(
                "2026-10-01 18:21:03", inventory.one("select sold_at_utc from dev.sales where sale_id = 'P000002'"));
        assertEquals(
                "Zürich Station", inventory.one("select name from dev.erp_locations where location_code = 'S001'"));
        inventory.assay("build").ends(0);
        assertEquals("0", inventory.leftovers());
        inventory.assay("status").ends(0);
    }

    @Test
    void metadataAreReadInTwoStatementsHoweverManyRelationsThereAre() {
        inventory.assay("build").ends(0);
        int before = SERVER.received().size();
        inventory.assay("ls").ends(0);
        inventory.assay("plan").ends(0);
        List<Received> asked = SERVER.receivedSince(before);
        // What exists, and whether somebody has changed what is published.
        assertEquals(
                2,
                asked.stream()
                        .filter(sent -> sent.sql().contains("information_schema"))
                        .count());
        assertFalse(SERVER.received().stream()
                .filter(sent -> sent.sql().startsWith("create transient table"))
                .anyMatch(sent -> !sent.tag().matches("assay run=[0-9a-f-]{36} node=\\S+")));
    }

    @Test
    void whatFailedIsHeldAndRetried() {
        inventory.assay("build").ends(0);
        inventory.file("models/gold/broken.sql", "select sku,\n  amuont\nfrom ${ref(\"sales\")}\n");
        String said = inventory.assay("build", "--select", "broken").ends(1).text();
        assertTrue(said.contains("models/gold/broken.sql:2:3"), said);
        assertTrue(said.contains("invalid identifier 'AMUONT'"), said);
        inventory.file("models/gold/broken.sql", "select sku from ${ref(\"sales\")}\n");
        inventory.assay("retry").ends(0);
        assertEquals("304", inventory.one("select count(*) from dev.broken"));
    }

    @Test
    void whatTheProjectNoLongerDefinesIsPruned() throws IOException {
        inventory.file("models/gold/passing.sql", "select 1 as x\n");
        inventory.assay("build").ends(0);
        Files.delete(folder.resolve("models/gold/passing.sql"));
        String said = inventory.assay("prune", "--yes").ends(0).text();
        assertTrue(said.contains("dev.passing"), said);
        assertFalse(said.contains("dev.sales"), said);
        assertEquals("304", inventory.one("select count(*) from dev.sales"));
    }

    /** Tables are recognised by the moment of their creation, which is read as text. */
    @Test
    void theSessionsOutputFormatChangesNoIdentity() {
        inventory.model("one", "[@config materialized='table' /] select 1 as v");
        inventory.assay("build", "--select", "one").ends(0);
        inventory.profile(
                "inventory", SnowflakeCase.PASSWORD + "\nsession_parameters: {TIMESTAMP_OUTPUT_FORMAT: DD.MM.YYYY}");
        String said = inventory.assay("status").ends(0).text();
        assertFalse(said.contains("by hand"), said);
        inventory.assay("build", "--select", "one").ends(0);
    }

    @Test
    void aBackslashInASeedIsABackslash() {
        inventory.file("seeds/paths.csv", "id,path,quoted\n1,C:\\temp\\new,\"D:\\new\"\n");
        inventory.assay("build", "--select", "paths").ends(0);
        assertEquals("C:\\temp\\new D:\\new", inventory.one("select path || ' ' || quoted from dev.paths"));
    }

    @Test
    void aRefusedLoginEndsWithTheNumberForIt() {
        inventory.profile("inventory", "password: battery staple");
        String said = inventory.assay("build").ends(3).text();
        assertTrue(said.contains("error[no-connection]: Snowflake refuses the password of `anna`"), said);
        assertFalse(said.contains("battery staple"), said);
    }

    /** Each statement is compiled there, and may wake a warehouse. */
    @Test
    void twentyTestsOfATableAreOneStatement() {
        var tests = new StringBuilder("version: 2\nmodels:\n  - name: tested\n    columns:\n");
        var columns = new StringBuilder("[@config materialized='table' /] select 1 as id");
        for (int i = 0; i < 10; i++) {
            columns.append(", ").append(i).append(" as c").append(i);
            tests.append("      - {name: c").append(i).append(", data_tests: [not_null, unique]}\n");
        }
        inventory.model("tested", columns.toString());
        inventory.file("models/tested.yml", tests.toString());
        int before = SERVER.received().size();
        String said = inventory.assay("build", "--select", "tested").ends(0).text();
        assertTrue(said.contains("20 tests passed"), said);
        List<String> sent = SERVER.receivedSince(before).stream()
                .filter(one -> one.tag().endsWith("node=model.inventory.tested"))
                .map(Received::sql)
                .toList();
        assertEquals(3, sent.size(), sent::toString);
    }
}
