package dev.assay.app;

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
public record Pruning(ParsedProject project, List<Orphan> orphans) {

    public static Pruning of(ParsedProject project) {
        return new Pruning(project, Orphan.in(Surroundings.look(project, new TreeSet<>()), project.manifest()));
    }

    /** Views first: on some warehouses they hold what they read. */
    public void drop() {
        Warehouse warehouse = project.loaded().warehouse();
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            Map<Boolean, List<Orphan>> byTable =
                    orphans.stream().collect(Collectors.partitioningBy(orphan -> orphan.kind() == Existing.Kind.TABLE));
            drop(byTable.get(false), warehouse, session);
            drop(byTable.get(true), warehouse, session);
            warehouse.settle().forEach(session::execute);
        }
    }

    private static void drop(List<Orphan> orphans, Warehouse warehouse, Session session) {
        var relations = new TreeMap<RelationName, Existing.Kind>();
        orphans.forEach(orphan -> relations.put(orphan.entry().relation(), orphan.kind()));
        warehouse.drops("drop what the project no longer defines", relations).forEach(session::execute);
    }
}
