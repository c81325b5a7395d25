package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code materialized: external}: a file that other programs read is whole, and holds only rows that are proven. */
class OutputFilesTest {

    private static final int ROWS = 20_000;
    private static final int MANY_ROWS = 10_000_000;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        shop = new Shop(folder);
        shop.yaml("models: [{name: sales, columns: [{name: v, data_tests: [not_null]}]}]");
        write(1);
    }

    /** base (table) → sales (file, tested) → summed (table over the file's table); lone (table) beside them. */
    private void write(int value) {
        shop.model("base", Shop.TABLE + "select range as i, " + value + " as v from range(" + ROWS + ")");
        shop.model("sales", external("out/sales.csv") + "select i, v from ${ref(\"base\")}");
        shop.model("summed", Shop.TABLE + "select sum(v)::bigint as v from ${ref(\"sales\")}");
        shop.model("lone", Shop.TABLE + "select " + value + " as v");
    }

    private static String external(String location) {
        return "[@config materialized=\"external\" location=\"" + location + "\" /] ";
    }

    private Path sales() {
        return folder.resolve("out/sales.csv");
    }

    /** Without the hidden file that names the environment. */
    private List<String> files() {
        return List.of(folder.resolve("out").toFile().list((out, name) -> !name.startsWith(".")));
    }

    private String summed() {
        return shop.one("select sum(v)::bigint from '" + sales() + "'");
    }

    @Test
    void eachFormatIsWrittenAndReadBack() throws IOException {
        shop.model(
                "semicolons",
                "[@config materialized=\"external\" location=\"out/it's.txt\" format=\"csv\""
                        + " options={\"delim\": \";\", \"header\": false} /] select 1 as a, 2 as b");
        shop.model("packed", external("out/${target.name}.parquet") + "select * from ${ref(\"sales\")}");
        shop.model("told", external(folder.resolve("out/told.json.gz").toString()) + "select 7 as a, 'x' as b");
        shop.assay("build").ends(0);
        assertEquals("" + ROWS, summed());
        assertEquals("" + ROWS, shop.one("select sum(v)::bigint from '" + folder + "/out/dev.parquet'"));
        assertEquals("7|x", shop.one("select a, b from '" + folder + "/out/told.json.gz'"));
        assertEquals("1;2\n", Files.readString(folder.resolve("out/it's.txt")));
        assertEquals("" + ROWS, shop.one("select v from dev.summed"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void anotherEnvironmentDoesNotOverwriteTheFile() throws IOException {
        shop.assay("build").ends(0);
        byte[] before = Files.readAllBytes(sales());
        shop.file("profiles.yml", """
            shop:
              target: dev
              outputs:
                dev: {type: duckdb, path: shop.duckdb, schema: dev}
                prod: {type: duckdb, path: prod.duckdb, schema: prod}
            """);
        write(2);
        Said said = shop.assay("build", "-t", "prod").ends(2);
        assertTrue(
                said.err().contains("error[overlapping-environments]: another environment writes the file"),
                said.err());
        assertTrue(said.err().contains("it belongs to schema dev of shop.duckdb, project shop"), said.err());
        assertArrayEquals(before, Files.readAllBytes(sales()));
        shop.assay("build", "-t", "dev").ends(0);
        shop.assay("build", "-t", "prod", "--overwrite-foreign").ends(0);
        shop.assay("build", "-t", "prod").ends(0);
        shop.assay("build", "-t", "dev").ends(2);
        shop.model("sales", external("out/${target.schema}_sales.csv") + "select i, v from ${ref(\"base\")}");
        shop.assay("build", "-t", "dev").ends(0);
        shop.assay("build", "-t", "prod").ends(0);
    }

    @Test
    void whatFailsItsTestsLeavesTheFileAsItIs() throws IOException {
        shop.assay("build").ends(0);
        byte[] before = Files.readAllBytes(sales());
        shop.model("sales", external("out/sales.csv") + "select i, nullif(v, 1) as v from ${ref(\"base\")}");
        shop.assay("build").ends(1);
        assertArrayEquals(before, Files.readAllBytes(sales()));
        assertEquals(List.of("sales.csv"), files());
    }

    /** Who has it open when it is replaced reads the old one to its end. */
    @Test
    void theFileIsReplacedByOneRename() throws IOException {
        shop.assay("build").ends(0);
        Object before = key();
        try (BufferedReader reader = Files.newBufferedReader(sales())) {
            assertEquals("i,v", reader.readLine());
            write(2);
            shop.assay("build").ends(0);
            assertEquals(
                    ROWS, reader.lines().filter(line -> line.endsWith(",1")).count());
        }
        assertNotEquals(before, key());
        assertEquals("" + 2 * ROWS, summed());
        assertEquals(List.of("sales.csv"), files());
    }

    @Test
    void aBuildThatIsKilledAsItWritesLeavesTheOldFile() throws IOException, InterruptedException {
        shop.assay("build").ends(0);
        byte[] before = Files.readAllBytes(sales());
        shop.model("base", Shop.TABLE + "select range as i, 2 as v from range(" + MANY_ROWS + ")");
        Path beside = folder.resolve("out/tmp_sales.csv");
        ChildBuild child = ChildBuild.start(shop, "build");
        while (!Files.exists(beside)) {
            assertTrue(child.isAlive(), () -> ChildBuild.said(shop));
            Thread.sleep(1);
        }
        child.kill();
        if (Files.exists(beside)) {
            assertArrayEquals(before, Files.readAllBytes(sales()));
        } else {
            assertEquals("" + 2L * MANY_ROWS, summed());
        }
        write(3);
        shop.assay("build").ends(0);
        assertEquals("" + 3 * ROWS, summed());
        assertFalse(Files.exists(beside));
    }

    private Object key() throws IOException {
        return Files.readAttributes(sales(), BasicFileAttributes.class).fileKey();
    }

    @Test
    void aRefusedFileHoldsItsModelAndNoOther() throws IOException {
        shop.assay("build").ends(0);
        write(2);
        shop.model("sales", external("gone/sales.csv") + "select i, v from ${ref(\"base\")}");
        var said = shop.assay("build").ends(1);
        assertTrue(said.err().contains("models/sales.sql:1:"), said::toString);
        assertTrue(said.err().contains("location=\"gone/sales.csv\""), said::toString);
        assertTrue(said.err().contains("refused to publish `sales`"), said::toString);
        assertEquals("2", shop.one("select v from dev.lone"));
        assertEquals("1", shop.one("select max(v) from dev.sales"));
        assertEquals("" + ROWS, shop.one("select v from dev.summed"));

        Files.createDirectories(folder.resolve("gone"));
        shop.assay("retry").ends(0);
        assertEquals("2", shop.one("select max(v) from '" + folder + "/gone/sales.csv'"));
        assertEquals("2", shop.one("select max(v) from dev.sales"));
    }

    @Test
    void aRefusedFileHoldsItsGroup() {
        shop.assay("build").ends(0);
        write(2);
        String group = " publish_group=\"daily\" /] ";
        shop.model("lone", "[@config materialized=\"table\"" + group + "select 2 as v");
        shop.model(
                "sales",
                "[@config materialized=\"external\" location=\"gone/sales.csv\"" + group
                        + "select i, v from ${ref(\"base\")}");
        shop.assay("build").ends(1);
        assertEquals("1", shop.one("select v from dev.lone"));
        assertEquals("1", shop.one("select max(v) from dev.sales"));
        assertEquals("2", shop.one("select max(v) from dev.base"));
    }

    @Test
    void whatPublishesNothingWritesNothing() {
        shop.assay("build", "--empty").ends(0);
        shop.assay("build", "--publish", "none").ends(0);
        shop.assay("build", "--dry-run").ends(0);
        assertFalse(Files.exists(sales()));
    }

    @Test
    void aModelThatIsGoneLeavesItsFile() {
        shop.assay("build").ends(0);
        shop.without("models/sales.sql").without("models/summed.sql").without("models/models.yml");
        shop.assay("prune", "--yes").ends(0);
        assertFalse(shop.relations().contains("sales table"));
        assertEquals("" + ROWS, summed());
    }

    @Test
    void alsoWhereTheDatabaseIsPublishedByFile() {
        shop.publishedBy("file");
        shop.assay("build").ends(0);
        write(2);
        shop.assay("build").ends(0);
        assertEquals("" + 2 * ROWS, summed());
        assertEquals("" + 2 * ROWS, shop.one("select v from dev.summed"));
    }
}
