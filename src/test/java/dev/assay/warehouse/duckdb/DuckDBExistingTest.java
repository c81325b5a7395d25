package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DuckDBExistingTest {

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
}
