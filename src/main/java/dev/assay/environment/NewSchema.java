package dev.assay.environment;

import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/** A schema that does not exist yet. */
record NewSchema(Wording wording, String name) {

    /** @throws WarehouseError with the grant to ask for, where the warehouse can say which */
    void make(Session session) {
        try {
            session.execute(wording.statement(
                    "make the schema " + name, "create_schema", Map.of("schema", new Identifier(name))));
        } catch (WarehouseError refusal) {
            boolean isUnexplained = refusal.kind() == WarehouseError.Kind.REFUSED
                    && refusal.help().isEmpty();
            throw isUnexplained && wording.knows("missing_schema_right")
                    ? refusal.helped(List.of("ask for: " + missingRight(session)))
                    : refusal;
        }
    }

    private Object missingRight(Session session) {
        return session.query(wording.statement("find out what is missing", "missing_schema_right", Map.of()))
                .value(0, 0);
    }
}
