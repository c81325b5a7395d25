package dev.assay.app;

import dev.assay.environment.Registry;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Drops relations that assay once published and that the project no longer defines. Nothing else, ever. */
public record Pruning(ParsedProject project, Registry registry, List<Orphan> orphans) {

    public static Pruning of(ParsedProject project) {
        Surroundings surroundings = Surroundings.look(project, new TreeSet<>());
        return new Pruning(project, surroundings.registry(), Orphan.in(surroundings, project.manifest()));
    }

    /** Views first: on some warehouses they hold what they read. */
    public void drop() {
        Warehouse warehouse = project.loaded().warehouse();
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            orphans.stream()
                    .filter(orphan -> orphan.kind() != Existing.Kind.TABLE)
                    .forEach(orphan -> drop(orphan, warehouse, session));
            orphans.stream()
                    .filter(orphan -> orphan.kind() == Existing.Kind.TABLE)
                    .forEach(orphan -> drop(orphan, warehouse, session));
            warehouse.settle().forEach(session::execute);
        }
    }

    private void drop(Orphan orphan, Warehouse warehouse, Session session) {
        session.execute(warehouse
                .wording()
                .statement(
                        "drop " + orphan.entry().relation(),
                        "drop_" + orphan.kind().word().replace(' ', '_'),
                        Map.of("relation", orphan.entry().relation())));
        registry.drop(session, List.of(orphan.entry().relation()));
    }
}
