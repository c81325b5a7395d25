package dev.assay.materialize;

import static dev.assay.warehouse.duckdb.DuckDBCase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.feed.CsvForm;
import dev.assay.feed.CsvScan;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.Seed;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.duckdb.DuckDBCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedOnDuckDBTest {

    @TempDir
    static Path folder;

    private final Warehouse warehouse = DuckDBCase.inMemory();
    private final Session session = warehouse.open();

    @BeforeEach
    void schema() {
        DuckDBCase.run(session, "create schema dev");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everyTypeArrivesAsTheScanSawIt() throws IOException {
        Rows rows = load("""
            id,big,flag,price,ratio,day,at,seen,zip,"the \"\"name\"\"\",nothing
            1,3000000000,true,1.50,1e3,2024-02-29,2024-01-02 03:04,2024-01-02T03:04:05+02:00,007,"a
            ""b\"\"\",
            ,,,,,,,,,"",
            -2,-1,FALSE,-.25,2.5,0001-01-01,2024-01-02T03:04:05.25,2024-01-02 03:04:00Z,,5",
            """);
        assertEquals(
                "[INTEGER, BIGINT, BOOLEAN, DECIMAL(18,2), DOUBLE, DATE, TIMESTAMP, TIMESTAMP WITH TIME ZONE, VARCHAR, "
                        + "VARCHAR, VARCHAR]",
                rows.columns().stream().map(Rows.Column::type).toList().toString());
        assertEquals("the \"name\"", rows.columns().get(9).name());
        assertEquals(
                "[1, 3000000000, true, 1.50, 1000.0, 2024-02-29, 2024-01-02 03:04:00, 2024-01-02 01:04:05+00, 007, "
                        + "a\n\"b\", null]",
                rows.rows().get(0).toString());
        assertEquals(
                "[null, null, null, null, null, null, null, null, null, , null]",
                rows.rows().get(1).toString());
        assertEquals(
                "[-2, -1, false, -0.25, 2.5, 0001-01-01, 2024-01-02 03:04:05.25, 2024-01-02 03:04:00+00, null, 5\","
                        + " null]",
                rows.rows().get(2).toString());
    }

    @Test
    void lineEndsMarksAndDelimitersOfAllKinds() throws IOException {
        assertEquals(
                "[[1, x], [2, y]]", load("\uFEFFa,b\r\n1,x\n2,y\r\n\r\n").rows().toString());
        assertEquals("[[1, x], [2, y]]", load("a,b\r1,x\r2,y").rows().toString());
        assertEquals("[[1], [null], [2], [null]]", load("a\n1\n\n2\n\n").rows().toString());
        Map<String, Object> tab = Map.of("delimiter", "\t");
        assertEquals("[[1, x,y]]", load("a\tb\n1\tx,y\n", tab).rows().toString());
        assertEquals(
                "[[1, \\]]",
                load("a;b\n1;\"\\\"\n", Map.of("delimiter", ";")).rows().toString());
        assertEquals(
                "[[#1, it's]]",
                load("a|b\n#1|it's\n", Map.of("delimiter", "|")).rows().toString());
    }

    @Test
    void declaredTypesAndEmptyFiles() throws IOException {
        Rows rows = load(
                "id,price\n007,1.230\n", Map.of("column_types", Map.of("ID", "integer", "price", "decimal(9, 2)")));
        assertEquals("[[7, 1.23]]", rows.rows().toString());
        Rows none = load("id,price", Map.of("column_types", Map.of("id", "integer")));
        assertEquals(
                List.of("INTEGER", "VARCHAR"),
                none.columns().stream().map(Rows.Column::type).toList());
        assertEquals(0, none.rows().size());
    }

    @Test
    void aRowMayBeLong() throws IOException {
        String cell = "é".repeat(3_000_000);
        Rows rows = load("a,b\n1," + cell + "\n2,x\n");
        assertEquals(2, rows.rows().size());
        assertEquals(cell, rows.value(0, 1));
    }

    private Rows load(String text) throws IOException {
        return load(text, Map.of());
    }

    private Rows load(String text, Map<String, Object> config) throws IOException {
        Path path = folder.resolve("it's a seed.csv");
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
        Seed seed = Nodes.seed("numbers", config);
        CsvForm form = SeedForm.of(seed, warehouse.dialect());
        try (InputStream data = Files.newInputStream(path)) {
            SeedFile file = CsvScan.of("seeds/numbers.csv", path.toString(), data, form);
            Blueprint blueprint = Nodes.blueprint(seed, warehouse, file);
            Existing existing = Existing.of(Map.of(), Set.of("dev"));
            List<Statement> statements = new SeedMaterialization().candidate(blueprint, existing, warehouse.wording());
            statements.forEach(session::execute);
            Rows rows = query(session, "select * from dev.numbers__assay_candidate");
            assertEquals(file.rows(), rows.rows().size());
            new SeedMaterialization().discard(blueprint, warehouse.wording()).forEach(session::execute);
            return rows;
        }
    }
}
