package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.AssayBug;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingFilesTest {

    private static final RelationName ORDERS = RelationName.of("dev", "order \"lines\"");

    private final Wording wording = new WordingFiles("duckdb", new StandardDialect("duckdb"));

    @Test
    void namesAreQuotedAndTheUsersSqlIsTheBody() {
        SqlText select = SqlText.plain("select '${x}' as a\n");
        Statement statement =
                wording.statement("build", "create_table_as", Map.of("relation", ORDERS, "select", select));
        assertEquals("create table \"dev\".\"order \"\"lines\"\"\" as\nselect '${x}' as a", statement.text());
        assertEquals(Optional.of(select), statement.body());
    }

    @Test
    void aPartOfANameIsQuotedToo() {
        Statement statement =
                wording.statement("move", "rename_table", Map.of("from", ORDERS, "to", ORDERS.renamed(name -> "x")));
        assertEquals("alter table \"dev\".\"order \"\"lines\"\"\" rename to \"x\"", statement.text());
    }

    @Test
    void theDialectsOwnFileComesFirst() {
        assertEquals(
                "checkpoint", wording.statement("tidy", "checkpoint", Map.of()).text());
    }

    @Test
    void whatAFileDoesNotDeclareIsABug() {
        assertThrows(AssayBug.class, () -> wording.statement("drop", "drop_table", Map.of("table", ORDERS)));
        assertThrows(AssayBug.class, () -> wording.statement("drop", "drop_table", Map.of()));
        assertThrows(AssayBug.class, () -> wording.statement("drop", "drop_everything", Map.of()));
    }
}
