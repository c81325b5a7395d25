package dev.assay.warehouse.snowflake;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of statements, where those that make relations make them in this shape. */
record TableOptionsWording(Wording plain, TableOptions shape) implements Wording {

    private static final Map<String, List<String>> SHAPED = Map.of(
            "create_table_as", List.of("transient", "cluster_by"),
            "create_seed", List.of("transient", "cluster_by"),
            "create_view_as", List.of("secure"),
            "replace_view", List.of("secure", "keep_grants"));

    @Override
    public Statement statement(String purpose, String name, Map<String, Object> values) {
        var all = new HashMap<>(values);
        SHAPED.getOrDefault(name, List.of())
                .forEach(key -> all.putIfAbsent(key, shape.values().get(key)));
        return plain.statement(purpose, name, all);
    }

    @Override
    public boolean knows(String name) {
        return plain.knows(name);
    }
}
