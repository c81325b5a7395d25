package dev.assay.app;

import dev.assay.environment.Entry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A relation that assay once published and that the project no longer defines.
 *
 * @param kept why {@code prune} leaves it where it is; empty where it may go
 */
public record Orphan(Entry entry, Existing.Kind kind, String why, Optional<String> kept) {

    static List<Orphan> in(WarehouseState warehouseState, ParsedProject project) {
        Manifest manifest = project.manifest();
        Existing existing = warehouseState.existing();
        RegistrySnapshot known = warehouseState.known();
        Set<RelationName> defined = existing.alike(defined(manifest));
        List<Entry> there = warehouseState.seen().values().stream()
                .filter(entry -> existing.contains(entry.relation()))
                .toList();
        Map<Entry, String> kept = new KeptOrphans(
                        project.loaded().project().file().name(), existing, known, warehouseState.changes())
                .of(there, entry -> defined.contains(entry.relation()));
        return there.stream()
                .filter(entry -> !defined.contains(entry.relation()))
                .map(entry -> new Orphan(
                        entry,
                        existing.kind(entry.relation()).orElseThrow(),
                        why(entry, manifest),
                        Optional.ofNullable(kept.get(entry))))
                .toList();
    }

    public boolean mayGo() {
        return kept.isEmpty();
    }

    private static Set<RelationName> defined(Manifest manifest) {
        return manifest.relations().map(Relational::relation).collect(Collectors.toSet());
    }

    private static String why(Entry entry, Manifest manifest) {
        Optional<Relational> node =
                manifest.find(entry.node()).filter(Relational.class::isInstance).map(Relational.class::cast);
        return node.map(there -> there.isInlined()
                        ? "`" + there.name() + "` is ephemeral now"
                        : "`" + there.name() + "` lives in " + there.relation() + " now")
                .orElse("no model or seed of the project becomes it");
    }
}
