package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DuckDBExistingTest {

    @Test
    void seesTablesAndViewsOfTheSchemasAsked() {
        try (Warehouse warehouse = DuckDBCase.inMemory()) {
            Session session = warehouse.open();
            run(
                    session,
                    "create schema dev; create schema empty; create schema \"it's \"\"so\"\"\"; create schema other");
            run(
                    session,
                    "create table dev.orders (i integer); create view dev.recent as select 1; create table other.t (i"
                            + " integer)");
            run(session, "create table \"it's \"\"so\"\"\".\"select\" (i integer)");
            Existing existing = warehouse.existing(session, List.of("dev", "empty", "it's \"so\"", "absent"));
            assertEquals(Set.of("dev", "empty", "it's \"so\""), existing.schemas());
            assertEquals(3, existing.relations().size());
            assertEquals(Optional.of(Kind.TABLE), existing.kind(RelationName.of("dev", "orders")));
            assertEquals(Optional.of(Kind.VIEW), existing.kind(RelationName.of("dev", "recent")));
            assertTrue(existing.contains(RelationName.of("it's \"so\"", "select")));
        }
    }

    @Test
    void comparesNamesAsDuckDBDoes() {
        try (Warehouse warehouse = DuckDBCase.inMemory()) {
            Session session = warehouse.open();
            run(session, "create schema Dev; create table dev.Orders (i integer)");
            Existing existing = warehouse.existing(session, List.of("DEV"));
            assertEquals(Set.of("DEV"), existing.schemas());
            assertTrue(existing.contains(RelationName.of("DEV", "orders")));
        }
    }

    @Test
    void nothingAskedIsNothingFound() {
        try (Warehouse warehouse = DuckDBCase.inMemory()) {
            assertTrue(
                    warehouse.existing(warehouse.open(), List.of()).relations().isEmpty());
        }
    }
}
