package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Descriptions are kept as they were written, and go where their relation goes. */
class CommentsTest extends Contract {

    private static final String ODD = "it's \"so\",\n100% 'sure' é日本; -- \\ done";

    @Test
    void aCommentIsKept() {
        assertTrue(can(Capability.COMMENTS), "no warehouse is without: a refusal would have to be written first");
        table("orders", "select 1 as n");
        view("recent", "select 2 as n");
        comment("comment_on_table", name("orders"), ODD);
        comment("comment_on_view", name("recent"), ODD);
        assertEquals(ODD, commentOf("orders"));
        assertEquals(ODD, commentOf("recent"));
        comment("comment_on_table", name("orders"), "new");
        assertEquals("new", commentOf("orders"));
    }

    @Test
    void aCommentTravelsWithACandidate() {
        make("create_table_as", candidate("orders"), "select 1 as " + quote("the n"));
        comment("comment_on_table", candidate("orders"), ODD);
        session()
                .execute(words(
                        "comment_on_column",
                        Map.of(
                                "relation", candidate("orders"),
                                "column", new Identifier("the n"),
                                "comment", new Literal("in \"cents\""))));
        session().execute(words("rename_table", Map.of("from", candidate("orders"), "to", name("orders"))));
        assertEquals(ODD, commentOf("orders"));
        assertEquals(
                "in \"cents\"",
                session()
                        .query(Statement.of("look", ground().looks().columnComment())
                                .with(List.of(schema(), "orders", "the n")))
                        .value(0, 0));
    }

    private void comment(String file, RelationName relation, String text) {
        session().execute(words(file, Map.of("relation", relation, "comment", new Literal(text))));
    }

    private Object commentOf(String relation) {
        return session()
                .query(Statement.of("look", ground().looks().relationComment()).with(List.of(schema(), relation)))
                .value(0, 0);
    }
}
