package dev.assay.environment;

import dev.assay.sql.Rows;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Before version 1, the row of an environment had its schemas as a list: now each schema has a row. */
record UnversionedEnvironments(Wording wording, RegistryPlace place, EnvironmentSchemas schemas) {

    static final String LIST = "schemas";

    /** Nobody knows which of these schemas assay created, so it drops none of them. */
    void upgrade(Session session) {
        Rows environments = session.query(wording.statement(
                "read the environments", "read_environments", Map.of("relation", place.environments())));
        List<String> columns = environments.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.contains(LIST)) {
            return;
        }
        Set<String> known = schemas.readAll(session).stream()
                .map(UnversionedEnvironments::key)
                .collect(Collectors.toSet());
        var rows = new ArrayList<RegisteredSchema>();
        for (List<Object> row : environments.rows()) {
            String environment = row.get(columns.indexOf("name")).toString();
            for (String schema : row.get(columns.indexOf(LIST)).toString().split(",", -1)) {
                SchemaPurpose purpose = schema.equals(place.quality()) ? SchemaPurpose.QUALITY : SchemaPurpose.UNKNOWN;
                var found = new RegisteredSchema(environment, schema, purpose, false);
                if (!schema.isEmpty() && !schema.equals(place.shared()) && known.add(key(found))) {
                    rows.add(found);
                }
            }
        }
        schemas.add(session, rows);
    }

    private static String key(RegisteredSchema schema) {
        return schema.environment() + "\n" + schema.name();
    }
}
