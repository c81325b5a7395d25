package dev.assay.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTextTest {

    @Test
    void statementsComeBackAsTheyWere() {
        for (List<String> statements : List.of(
                List.<String>of(),
                List.of("select 1"),
                List.of("", "12:", "select '3:abc'; -- größe 日本\n", ":"),
                List.of("create view v as\nselect 1", "comment on view v is '10:it''s'"))) {
            assertEquals(statements, JournalText.parse(JournalText.of(statements)));
        }
        assertEquals("8:select 10:1:;", JournalText.of(List.of("select 1", "", ";")));
    }
}
