package dev.assay.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB's own parser says what a select is. */
class DuckDBSelectTest {

    @TempDir
    private Path folder;

    private Warehouse warehouse;
    private Session session;

    @BeforeEach
    void open() {
        warehouse = DuckDBCase.file(folder, "shop.duckdb");
        session = warehouse.open();
        DuckDBCase.run(session, "create table sales as select 'x' as kind, 2 as n union all select 'y', 3");
        DuckDBCase.run(session, "create sequence numbers");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void whateverIsOneSelectToItIsAnswered() {
        for (String sql : List.of(
                "from sales",
                "(select 1)",
                "values (1), (2)",
                "table sales",
                "pivot sales on kind using sum(n)",
                "select * from (pivot sales on kind using sum(n))",
                "pivot sales on kind in ('x') using sum(n)",
                "unpivot sales on n into name k value v",
                "describe sales",
                "show tables",
                "summarize sales",
                "from query('from sales')",
                "-- drop\nfrom sales;")) {
            assertFalse(read(sql).isEmpty(), sql);
        }
    }

    /** These run in its read-only transactions. */
    @Test
    void whatOnlyItsParserRefusesDoesNotRun() {
        Path copy = folder.resolve("copy.csv");
        for (String sql : List.of(
                "copy sales to '" + copy + "'",
                "attach '" + folder.resolve("other.duckdb") + "' as other",
                "set threads = 1",
                "use temp",
                "pivot sales on kind using sum(n); drop table sales",
                "select ';' from (pivot sales on kind using sum(n))",
                "from sales; copy sales to '" + copy + "'")) {
            assertEquals(Kind.NOT_A_QUERY, refused(sql).kind(), sql);
        }
        assertFalse(Files.exists(copy));
        assertFalse(Files.exists(folder.resolve("other.duckdb")));
    }

    @Test
    void aFunctionThatWritesIsRefused() {
        WarehouseError refusal = refused("select nextval('numbers')");
        assertEquals(Kind.NOT_A_QUERY, refusal.kind());
        assertTrue(refusal.words().startsWith("this select wants to write\n"), refusal::words);
        refused("from query('drop table sales')");
        assertEquals(2, read("from sales").rows().size());
        assertEquals(1, DuckDBCase.query(session, "select nextval('numbers')").number());
    }

    @Test
    void aMisspeltOneIsPointedAt() {
        WarehouseError refusal = refused("select n\nfrom sales selec where");
        assertEquals(Kind.REFUSED, refusal.kind());
        assertEquals(
                Kind.REFUSED,
                refused("with gone as (delete from sales returning n) from gone")
                        .kind());
        assertTrue(refusal.words().startsWith("Parser Error: "), refusal::words);
        assertTrue(refusal.offset().isPresent());
    }

    @Test
    void nothingIsNoSelect() {
        assertEquals("this is none", refused("-- select").words());
    }

    private Rows read(String sql) {
        return warehouse.read(session, Statement.of("read", sql));
    }

    private WarehouseError refused(String sql) {
        return assertThrows(WarehouseError.class, () -> read(sql), sql);
    }
}
