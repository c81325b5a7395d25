package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.app.WatchedWarehouse;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What exists is read once, in few statements, whatever there is. */
class MetadataTest extends Contract {

    @Test
    void tablesAndViewsOfTheSchemasAsked() {
        table("orders", "select 1 as n");
        table("the \"odd\" one's", "select 1 as n");
        view("recent", "select n from " + print("orders"));
        Existing found = existing();
        assertEquals(
                Map.of(
                        name("orders"), Kind.TABLE,
                        name("the \"odd\" one's"), Kind.TABLE,
                        name("recent"), Kind.VIEW),
                found.relations());
        assertEquals(schemas(), found.schemas());
    }

    @Test
    void thoseOfOtherSchemasAreNot() {
        String other = schema() + "_other";
        session().execute(words("create_schema", Map.of("schema", new Identifier(other))));
        try {
            run("create table " + quote(other) + "." + quote("theirs") + " as select 1 as n");
            assertEquals(Map.of(), existing().relations());
            Existing both = warehouse().existing(session(), List.of(schema(), other));
            assertEquals(Optional.of(Kind.TABLE), both.kind(dev.assay.sql.RelationName.of(other, "theirs")));
        } finally {
            run("drop schema " + quote(other) + " cascade");
        }
    }

    /** One statement for each schema at most, however many relations there are. */
    @Test
    void itTakesNoStatementForARelation() {
        for (int i = 0; i < 20; i++) {
            view("v" + i, "select 1 as n");
        }
        var sent = new ArrayList<Statement>();
        var watched = new WatchedWarehouse(
                warehouse(), (statement, at, took, refusal) -> sent.add(statement), Clock.systemUTC());
        try (var session = watched.open()) {
            assertEquals(
                    20, watched.existing(session, List.of(schema())).relations().size());
            assertEquals(1, sent.size(), sent::toString);
            watched.existing(session, List.of(schema(), schema() + "_b", schema() + "_c"));
            assertFalse(sent.size() > 4, sent::toString);
            sent.clear();
            assertEquals(Map.of(), watched.existing(session, List.of()).relations());
            assertEquals(List.of(), sent);
        }
    }
}
