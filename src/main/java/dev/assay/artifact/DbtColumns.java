package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.ColumnSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns as dbt's readers accept them. */
final class DbtColumns {

    private static final Set<String> CONSTRAINT_TYPES =
            Set.of("check", "not_null", "unique", "primary_key", "foreign_key", "custom");
    private static final Set<String> TEXTS = Set.of("name", "expression", "to");
    private static final Set<String> FLAGS = Set.of("warn_unenforced", "warn_unsupported");

    private DbtColumns() {}

    static void write(JsonWriter json, List<ColumnSpec> columns) {
        json.object("columns");
        columns.forEach(column -> column(json, column));
        json.end();
    }

    private static void column(JsonWriter json, ColumnSpec column) {
        json.object(column.name())
                .field("name", column.name())
                .field("description", column.description())
                .field("meta", column.meta())
                .field("data_type", column.dataType());
        json.array("constraints");
        column.constraints().forEach(constraint -> constraint(json, constraint));
        json.end();
        json.field("quote", column.quoted() ? true : null)
                .object("config")
                .field("meta", column.meta())
                .field("tags", column.tags())
                .end()
                .field("tags", column.tags())
                .end();
    }

    private static void constraint(JsonWriter json, Map<String, Object> constraint) {
        String type = String.valueOf(constraint.get("type"));
        if (!CONSTRAINT_TYPES.contains(type)) {
            return;
        }
        json.object().field("type", type);
        constraint.forEach((key, value) -> {
            if (TEXTS.contains(key) && value != null) {
                json.field(key, value.toString());
            } else if (FLAGS.contains(key) && value instanceof Boolean) {
                json.field(key, value);
            } else if (key.equals("to_columns")) {
                json.field(key, DbtConfig.texts(value));
            }
        });
        json.end();
    }
}
