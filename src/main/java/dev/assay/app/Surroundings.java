package dev.assay.app;

import dev.assay.environment.Known;
import dev.assay.environment.Registry;
import dev.assay.environment.Windows;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is in the warehouse, read once: relations and what the registry says of them.
 *
 * @param schemas all that were looked at: those of the data, and those of the registry
 */
public record Surroundings(Registry registry, SortedSet<String> schemas, Existing existing, Known known) {

    /** Through which readers see new data at once. */
    Windows windows() {
        return Windows.of(known, existing);
    }

    static Surroundings look(ParsedProject project, SortedSet<String> furtherSchemas) {
        var warehouse = project.loaded().warehouse();
        var registry =
                new Registry(warehouse.wording(), project.loaded().workspace().clock(), project.qualitySchema());
        var schemas = new TreeSet<>(project.schemas());
        schemas.addAll(registry.schemas());
        schemas.addAll(furtherSchemas);
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            Existing existing = warehouse.existing(session, schemas);
            return new Surroundings(registry, schemas, existing, registry.read(session, existing));
        }
    }
}
