package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlTokensTest {

    @Test
    void theVerbStandsBehindCommentsAndBrackets() {
        Map.of(
                        "DROP table x", "drop",
                        "-- select\n  /* with /* more */ */ Drop x", "drop",
                        "((select 1))", "select",
                        "-- nothing", "",
                        "'select'", "",
                        "", "")
                .forEach((sql, verb) -> assertEquals(
                        verb, SqlTokens.of(sql, LexicalRules.STANDARD).verb(), sql));
    }

    /** Where comments are not nested, the same text is another statement. */
    @Test
    void commentsEndAsTheirDialectSays() {
        String text = "/* a /* b */ drop table x -- */ select 1";
        assertEquals("select", SqlTokens.of(text, LexicalRules.STANDARD).verb());
        assertEquals("drop", SqlTokens.of(text, LexicalRules.WITH_ESCAPES).verb());
        assertEquals(
                "drop",
                SqlTokens.of("// select\ndrop x", LexicalRules.WITH_ESCAPES).verb());
    }

    @Test
    void literalsAndCommentsHoldNoSemicolon() {
        for (String sql :
                List.of("select ';'", "select 1; ; -- x", "select $$;$$", "select \"a;b\"", "select 1 /* ; */")) {
            assertFalse(SqlTokens.of(sql, LexicalRules.WITH_ESCAPES).isSeveral(), sql);
        }
        assertTrue(
                SqlTokens.of("select 'it\\';'; drop", LexicalRules.WITH_ESCAPES).isSeveral());
        assertTrue(SqlTokens.of("select '\\'; drop table x; --'", LexicalRules.STANDARD)
                .isSeveral());
        assertFalse(SqlTokens.of("select '\\'; drop table x; --'", LexicalRules.WITH_ESCAPES)
                .isSeveral());
    }

    @Test
    void wordsInARowAreFoundWhateverIsBetween() {
        SqlTokens tokens =
                SqlTokens.of("with x as /* a */ PROCEDURE() select 'insert into'", LexicalRules.WITH_ESCAPES);
        assertTrue(tokens.hasInRow(List.of("as", "procedure", "(")));
        assertFalse(tokens.hasInRow(List.of("insert", "into")));
    }
}
