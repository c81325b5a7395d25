package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Rows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableDrawingTest {

    private static final Rows ROWS = new Rows(
            List.of(
                    new Rows.Column("id", "INTEGER"),
                    new Rows.Column("name, full", "VARCHAR"),
                    new Rows.Column("amount", "DECIMAL")),
            List.of(
                    Arrays.asList(7, "日本", new BigDecimal("1.50")),
                    Arrays.asList(1234, null, null),
                    Arrays.asList(8, "", new BigDecimal("-20")),
                    Arrays.asList(9, "a \"b\"\n\u001b[0m", new BigDecimal("3"))));

    @Test
    void drawsText() {
        assertEquals("""
               id | name, full  | amount
            ------+-------------+--------
                7 | 日本        |   1.50
             1234 | null        |   null
                8 |             |    -20
                9 | a "b"\\n\uFFFD[0m |      3
            4 rows
            """, TableDrawing.text(ROWS));
    }

    @Test
    void writesCsv() {
        assertEquals(
                "id,\"name, full\",amount\r\n7,日本,1.50\r\n1234,,\r\n8,\"\",-20\r\n9,\"a \"\"b\"\"\n\u001b[0m\",3\r\n",
                TableDrawing.csv(ROWS));
    }

    @Test
    void writesJson() {
        assertEquals(
                "[{\"id\":7,\"name, full\":\"日本\",\"amount\":1.50},{\"id\":1234,\"name, full\":null,\"amount\":null},"
                        + "{\"id\":8,\"name, full\":\"\",\"amount\":-20},"
                        + "{\"id\":9,\"name, full\":\"a \\\"b\\\"\\n\\u001B[0m\",\"amount\":3}]\n",
                TableDrawing.json(ROWS));
    }

    @Test
    void drawsATableWithoutRows() {
        assertEquals(
                " id\n----\n0 rows\n",
                TableDrawing.text(new Rows(List.of(new Rows.Column("id", "INTEGER")), List.of())));
    }
}
