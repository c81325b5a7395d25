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
import dev.assay.warehouse.Warehouse;
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

    private static final int MOST_LOOKS = 3;

    /** What readers see under each name, whichever node and project published it last. */
    SortedMap<RelationName, Entry> seen() {
        return known.seen(existing.relations().comparator());
    }

    /** The views of the project through which readers would see new data below them at once. */
    SortedSet<ResourceId> viewsOn(Set<ResourceId> seen, Manifest manifest) {
        SortedSet<ResourceId> views = ViewDependencies.of(known, existing).on(seen);
        views.removeIf(id -> !(manifest.find(id).orElse(null) instanceof Model model) || model.isInlined());
        return views;
    }

    /** Reads it again if another run published between two statements: what that run published would seem to be changed. */
    static WarehouseState look(ParsedProject project, SortedSet<String> furtherSchemas) {
        Registry registry = registry(project);
        var schemas = new TreeSet<>(project.schemas());
        schemas.addAll(registry.schemas());
        schemas.addAll(furtherSchemas);
        var warehouse = project.loaded().warehouse();
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            WarehouseState state = read(session, warehouse, registry, schemas);
            for (int looks = 1; looks < MOST_LOOKS && state.seemsChanged() && state.isOutdated(session); looks++) {
                state = read(session, warehouse, registry, schemas);
            }
            return state;
        }
    }

    private static WarehouseState read(
            Session session, Warehouse warehouse, Registry registry, SortedSet<String> schemas) {
        Existing existing = warehouse.existing(session, schemas);
        RegistrySnapshot known = registry.read(session, existing);
        SortedSet<String> left = known.schemas();
        left.removeAll(schemas);
        Existing all = left.isEmpty() ? existing : existing.and(warehouse.existing(session, left));
        ManualChanges changes = ManualChanges.read(session, warehouse, registry, known, all);
        return new WarehouseState(registry, schemas, all, known, changes);
    }

    private boolean seemsChanged() {
        return !changes.found().isEmpty() || !known.relations().stream().allMatch(existing::contains);
    }

    /** Whether a run has taken the environment or has published since the registry was read. */
    private boolean isOutdated(Session session) {
        return !registry.state(session, existing).equals(known.registry());
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
