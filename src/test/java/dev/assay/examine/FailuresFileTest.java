package dev.assay.examine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Rows;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresFileTest {

    @Test
    void cellsComeBackAsTheyWere() {
        var columns = List.of(new Rows.Column("id", "INTEGER"), new Rows.Column("say \"so\"", "VARCHAR"));
        var rows = new Rows(
                columns,
                List.of(
                        Arrays.asList(1, null),
                        List.of(2, ""),
                        List.of(3, "a,b"),
                        List.of(4, "two\nlines"),
                        List.of(5, "x")));
        assertEquals("""
            id,"say ""so""\"
            1,
            2,""
            3,"a,b"
            4,"two
            lines"
            5,x
            """, FailuresFile.text(rows));
    }
}
