package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.Capability;
import org.junit.jupiter.api.Test;

/** Indexes and constraints of tables hold what they say, before anybody reads; where there are none, a build says so. */
class IndexesAndConstraintsTest extends Builds {

    private void orders(String rows) {
        project().model("orders", Project.TABLE + "select * from (" + rows + ") as t");
    }

    private void breaks(String words, String place) {
        orders("select 1 as id, 'a' as kind union all select 1, 'b' union all select null, 'c'");
        var said = project().assay("build").ends(1);
        assertTrue(said.err().contains(words), said::toString);
        assertTrue(said.err().contains(place), said::toString);
        assertEquals(1, project().rows("orders").rows().size());
    }

    @Test
    void aUniqueIndexIsKept() {
        project().yaml("""
            models:
              - name: orders
                config:
                  indexes:
                    - {columns: [id], unique: true}
            """);
        orders("select 1 as id, 'a' as kind");
        var said = project().assay("build").ends(0);
        if (can(Capability.INDEXES)) {
            project().assay("build").ends(0);
            breaks("make the index on id of `orders`", "models/models.yml:5:");
        } else {
            assertTrue(said.err().contains("has no indexes on tables"), said::toString);
        }
    }

    @Test
    void constraintsAreKept() {
        project().yaml("""
            models:
              - name: orders
                constraints:
                  - {type: unique, columns: [id]}
                columns:
                  - name: kind
                    constraints:
                      - {type: check, expression: "kind < 'x'"}
            """);
        orders("select 1 as id, 'a' as kind");
        var said = project().assay("build").ends(0);
        if (can(Capability.CONSTRAINTS)) {
            project().assay("build").ends(0);
            breaks("put the constraint `unique` on id of `orders`", "models/models.yml:4:");
        } else {
            assertTrue(said.err().contains("has no constraints that are kept"), said::toString);
            assertTrue(said.err().contains("models/models.yml:4:"), said::toString);
        }
    }

    @Test
    void aColumnIsNeverNull() {
        project().yaml("""
            models:
              - name: orders
                columns:
                  - name: id
                    constraints: [{type: not_null}]
            """);
        orders("select 1 as id, 'a' as kind");
        var said = project().assay("build").ends(0);
        if (can(Capability.CONSTRAINTS)) {
            breaks("keep null out of `id` of `orders`", "models/models.yml:5:");
        } else {
            assertTrue(said.err().contains("has no constraints that are kept"), said::toString);
        }
    }

    @Test
    void foreignKeysAreKept() {
        project().yaml("""
            models:
              - name: orders
                columns:
                  - name: id
                    constraints: [{type: primary_key}]
              - name: items
                columns:
                  - name: of_order
                    constraints: [{type: foreign_key, to: ref('orders'), to_columns: [id]}]
            """);
        orders("select 1 as id, 'a' as kind");
        project().model("items", Project.TABLE + "select 1 as of_order");
        var said = project().assay("build", "--select", "+items").ends(0);
        assertEquals(1, project().rows("orders").rows().size());
        project().model("items", Project.TABLE + "select 2 as of_order");
        if (can(Capability.CONSTRAINTS)) {
            said = project().assay("build").ends(1);
            assertTrue(said.err().contains(".items` would have no row in `"), said::toString);
            assertTrue(said.err().contains("models/models.yml:9:"), said::toString);
        } else {
            assertTrue(said.err().contains("has no constraints that are kept"), said::toString);
            assertTrue(said.err().contains("models/models.yml:9:"), said::toString);
            project().assay("build").ends(0);
        }
    }
}
