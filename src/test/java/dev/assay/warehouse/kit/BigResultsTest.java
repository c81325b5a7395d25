package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Much of everything: rows, columns, text. */
class BigResultsTest extends Contract {

    @Test
    void manyRowsComeWholeAndInOrder() {
        Rows rows =
                query("select n, 'text of ' || cast(n as varchar) as t from (" + numbers(5) + ") as big order by n");
        assertEquals(100_000, rows.rows().size());
        for (int i = 0; i < 100_000; i += 9_999) {
            assertEquals(List.of((long) i, "text of " + i), rows.rows().get(i));
        }
    }

    @Test
    void sixteenHundredColumns() {
        String columns = IntStream.range(0, 1600).mapToObj(i -> i + " as c" + i).collect(Collectors.joining(", "));
        table("wide", "select " + columns);
        Rows rows = query("select * from " + print("wide"));
        assertEquals(1600, rows.columns().size());
        assertEquals(1599L, rows.value(0, 1599));
    }

    @Test
    void aTextOfFifteenMegabytes() {
        String text = "é日𝛑x".repeat(1_500_000);
        table("long", "select cast('' as varchar) as t");
        session()
                .execute(Statement.of("write it", "insert into " + print("long") + " values (?)")
                        .with(List.of(text)));
        assertEquals(
                text, query("select * from " + print("long") + " where t <> ''").value(0, 0));
    }
}
