package dev.assay.app;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.RelationDrops;
import dev.assay.warehouse.facet.SpaceRecovery;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Drops relations that assay once published, that the project no longer defines, and that no published view reads which
 * stays. Nothing else, ever.
 */
public record Pruning(ParsedProject project, WarehouseState warehouseState, List<Orphan> orphans) {

    public static Pruning of(ParsedProject project) {
        WarehouseState warehouseState = WarehouseState.look(project, new TreeSet<>());
        return new Pruning(project, warehouseState, Orphan.in(warehouseState, project));
    }

    /** Of these orphans, those that may go. */
    public List<Orphan> going() {
        return orphans.stream().filter(Orphan::mayGo).toList();
    }

    /**
     * Views go first: on some warehouses they hold what they read.
     *
     * @return what was dropped: a run that has ended since may have made one of them necessary again
     */
    public List<Orphan> drop() {
        Warehouse warehouse = project.loaded().warehouse();
        String environment = project.loaded().project().target().schema();
        List<Orphan> still;
        try (Session session = project.loaded().workspace().lease().take(warehouse, environment)) {
            List<Orphan> now = of(project).going();
            still = going().stream().filter(now::contains).toList();
            Map<Boolean, List<Orphan>> byTable =
                    still.stream().collect(Collectors.partitioningBy(orphan -> orphan.kind() == Existing.Kind.TABLE));
            drop(byTable.get(false), warehouse, session);
            drop(byTable.get(true), warehouse, session);
            SpaceRecovery.of(warehouse).statements().forEach(session::execute);
        }
        project.loaded().workspace().lease().conclude(warehouse);
        return still;
    }

    /** The registry may have written a name in several ways that the warehouse takes for the same. */
    private void drop(List<Orphan> some, Warehouse warehouse, Session session) {
        var relations = new TreeMap<RelationName, Existing.Kind>();
        some.forEach(orphan -> relations.put(orphan.entry().relation(), orphan.kind()));
        RelationDrops.of(warehouse)
                .drops("drop what the project no longer defines", relations)
                .forEach(session::execute);
        NavigableSet<RelationName> names = warehouseState.existing().alike(relations.keySet());
        List<RelationName> spellings = warehouseState.known().relations().stream()
                .filter(names::contains)
                .distinct()
                .toList();
        warehouseState.registry().drop(session, spellings);
    }
}
