package dev.assay.parse;

import dev.assay.manifest.Config;
import dev.assay.sql.RelationName;
import java.util.Optional;

/** Which relation a node becomes, from its name and its settings. */
@FunctionalInterface
public interface Naming {

    RelationName of(String name, Config config);

    /**
     * The rule that holds where a project has none of its own: the target's schema, or {@code <schema>_<custom>} for a node
     * with a schema of its own; the alias, or the name of the file.
     */
    static Naming standard(Optional<String> database, String schema) {
        return (name, config) -> new RelationName(
                config.text("database").or(() -> database),
                config.text("schema")
                        .map(custom -> schema + "_" + custom.strip())
                        .orElse(schema),
                config.text("alias").orElse(name));
    }
}
