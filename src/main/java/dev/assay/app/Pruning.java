package dev.assay.app;

import dev.assay.environment.Registry;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Drops relations that assay once published and that the project no longer defines. Nothing else, ever. */
public record Pruning(ParsedProject project, Registry registry, List<Orphan> orphans) {

    public static Pruning of(ParsedProject project) {
        Surroundings surroundings = Surroundings.look(project, new TreeSet<>());
        return new Pruning(project, surroundings.registry(), Orphan.in(surroundings, project.manifest()));
    }

    /** Views first: on some warehouses they hold what they read. */
    public void drop() {
        Warehouse warehouse = project.loaded().warehouse();
        try (Session session = project.loaded().workspace().lease().change(warehouse)) {
            Map<Boolean, List<Orphan>> byTable =
                    orphans.stream().collect(Collectors.partitioningBy(orphan -> orphan.kind() == Existing.Kind.TABLE));
            drop(byTable.get(false), warehouse, session);
            drop(byTable.get(true), warehouse, session);
            warehouse.settle().forEach(session::execute);
        }
        project.loaded().workspace().lease().conclude(warehouse);
    }

    private void drop(List<Orphan> some, Warehouse warehouse, Session session) {
        var relations = new TreeMap<RelationName, Existing.Kind>();
        some.forEach(orphan -> relations.put(orphan.entry().relation(), orphan.kind()));
        warehouse.drops("drop what the project no longer defines", relations).forEach(session::execute);
        registry.drop(session, List.copyOf(relations.keySet()));
    }
}
