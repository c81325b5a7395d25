package dev.assay.app;

import dev.assay.environment.Entry;
import dev.assay.environment.ManualChanges;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistryClient;
import dev.assay.environment.RegistryPlace;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.ViewDependencies;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is in the warehouse, read once: relations and what the registry says of them.
 *
 * @param schemas all that were looked at: those of the data, and those of the registry
 * @param changes what others have done to published relations
 */
public record WarehouseState(
        Registry registry,
        SortedSet<String> schemas,
        Existing existing,
        RegistrySnapshot known,
        ManualChanges changes) {

    /** What readers see under each name, whichever node and project published it last. */
    SortedMap<RelationName, Entry> seen() {
        return known.seen(existing.relations().comparator());
    }

    /** The views of the project through which readers would see new data below them at once. */
    SortedSet<ResourceId> viewsOn(Set<ResourceId> seen, Manifest manifest) {
        SortedSet<ResourceId> views = ViewDependencies.of(known, existing).on(seen);
        views.removeIf(id -> !(manifest.find(id).orElse(null) instanceof Model model) || model.isEphemeral());
        return views;
    }

    static WarehouseState look(ParsedProject project, SortedSet<String> furtherSchemas) {
        var warehouse = project.loaded().warehouse();
        Registry registry = registry(project);
        var schemas = new TreeSet<>(project.schemas());
        schemas.addAll(registry.schemas());
        schemas.addAll(furtherSchemas);
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            Existing existing = warehouse.existing(session, schemas);
            RegistrySnapshot known = registry.read(session, existing);
            SortedSet<String> left = known.schemas();
            left.removeAll(schemas);
            Existing all = left.isEmpty() ? existing : existing.and(warehouse.existing(session, left));
            ManualChanges changes = ManualChanges.read(session, warehouse, registry, known, all);
            return new WarehouseState(registry, schemas, all, known, changes);
        }
    }

    private static Registry registry(ParsedProject project) {
        LoadedProject loaded = project.loaded();
        var client = new RegistryClient(
                loaded.project().target().schema(),
                loaded.project().file().name(),
                loaded.workspace().version());
        return new Registry(
                loaded.warehouse().wording(),
                loaded.workspace().clock(),
                RegistryPlace.of(project.qualitySchema()),
                client);
    }
}
