package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.SqlTokens.Manner;
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
                .forEach((sql, verb) ->
                        assertEquals(verb, SqlTokens.of(sql, Manner.STANDARD).verb(), sql));
    }

    /** Where comments are not nested, the same text is another statement. */
    @Test
    void commentsEndAsTheirDialectSays() {
        String text = "/* a /* b */ drop table x -- */ select 1";
        assertEquals("select", SqlTokens.of(text, Manner.STANDARD).verb());
        assertEquals("drop", SqlTokens.of(text, Manner.SNOWFLAKE).verb());
        assertEquals("drop", SqlTokens.of("// select\ndrop x", Manner.SNOWFLAKE).verb());
    }

    @Test
    void literalsAndCommentsHoldNoSemicolon() {
        for (String sql :
                List.of("select ';'", "select 1; ; -- x", "select $$;$$", "select \"a;b\"", "select 1 /* ; */")) {
            assertFalse(SqlTokens.of(sql, Manner.SNOWFLAKE).isSeveral(), sql);
        }
        assertTrue(SqlTokens.of("select 'it\\';'; drop", Manner.SNOWFLAKE).isSeveral());
        assertTrue(
                SqlTokens.of("select '\\'; drop table x; --'", Manner.STANDARD).isSeveral());
        assertFalse(
                SqlTokens.of("select '\\'; drop table x; --'", Manner.SNOWFLAKE).isSeveral());
    }

    @Test
    void wordsInARowAreFoundWhateverIsBetween() {
        SqlTokens tokens = SqlTokens.of("with x as /* a */ PROCEDURE() select 'insert into'", Manner.SNOWFLAKE);
        assertTrue(tokens.hasInRow(List.of("as", "procedure", "(")));
        assertFalse(tokens.hasInRow(List.of("insert", "into")));
    }
}
