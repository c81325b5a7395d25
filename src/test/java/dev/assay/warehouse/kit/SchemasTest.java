package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schemas are made when they are missing, and only then. */
class SchemasTest extends Contract {

    @Test
    void makingOneThatIsThereKeepsWhatItHolds() {
        table("orders", "select 1 as n");
        session().execute(words("create_schema", Map.of("schema", new Identifier(schema()))));
        assertEquals(1, query("select count(*) from " + print("orders")).number());
    }

    @Test
    void oneThatIsMissingHoldsNothing() {
        Existing found = warehouse().existing(session(), List.of(schema(), schema() + "_absent"));
        assertEquals(schemas(), found.schemas());
        assertEquals(Map.of(), found.relations());
    }

    @Test
    void namesOfSchemasMayBeAnything() {
        String odd = "Select \"it's\" 100% " + schema();
        session().execute(words("create_schema", Map.of("schema", new Identifier(odd))));
        try {
            assertEquals(
                    Set.of(odd),
                    warehouse()
                            .existing(session(), List.of(odd, schema() + "x"))
                            .schemas());
        } finally {
            run("drop schema " + quote(odd));
        }
    }
}
