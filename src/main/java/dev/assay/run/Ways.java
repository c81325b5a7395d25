package dev.assay.run;

import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.WarehouseError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How each part of a cut comes into its place where views are bound: a table is exchanged or takes the difference in, a view
 * is replaced or made anew.
 *
 * @param existing what is published
 */
record Ways(RunSetup setup, Standing standing, Map<RelationName, ResourceId> parts, Existing existing) {

    /** Views whose columns changed, those that become tables, and our own views on them. */
    Set<RelationName> remade() {
        Map<RelationName, RelationName> views = candidates(Kind.VIEW);
        Set<RelationName> going = standing.changed(views);
        views.keySet().stream().filter(name -> !node(name).isView()).forEach(going::add);
        var all = new TreeSet<>(going);
        standing.on(going).stream()
                .map(Dependent::name)
                .filter(parts::containsKey)
                .forEach(all::add);
        return all;
    }

    /**
     * Tables that are told to stay themselves, and those on which something stands that could not go along.
     *
     * @throws CutRefused where one that is told so has other columns now: rows would go into the wrong ones
     */
    Set<ResourceId> inPlace() {
        Map<RelationName, RelationName> tables = candidates(Kind.TABLE);
        tables.keySet().removeIf(name -> !isTable(node(name)) || isTold("swap", name));
        var told = new HashMap<RelationName, RelationName>();
        tables.keySet().stream()
                .filter(name -> isTold("difference", name))
                .forEach(name -> told.put(name, tables.get(name)));
        Set<RelationName> wanted = withSameColumns(told);
        told.keySet().stream()
                .filter(name -> !wanted.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(this::refuse);
        var held = new HashMap<RelationName, RelationName>();
        standing.on(tables.keySet()).stream()
                .filter(dependent -> dependent.direct() && !parts.containsKey(dependent.name()))
                .filter(dependent -> !(dependent.isView() && dependent.mayBeChanged()))
                .map(Dependent::on)
                .forEach(name -> held.put(name, tables.get(name)));
        wanted.addAll(withSameColumns(held));
        return wanted.stream().map(parts::get).collect(Collectors.toSet());
    }

    private void refuse(RelationName name) {
        throw new CutRefused(
                parts.get(name),
                WarehouseError.of(
                                WarehouseError.Kind.HELD,
                                "its columns are other ones now, and `publish_by: difference` takes in rows only")
                        .helped(List.of(
                                "exchange it once, with `publish_by: swap`; older snapshots find it empty then")));
    }

    private Set<RelationName> withSameColumns(Map<RelationName, RelationName> candidates) {
        Map<RelationName, RelationName> back = new HashMap<>();
        candidates.forEach((name, candidate) -> back.put(candidate, name));
        Set<RelationName> same = new HashSet<>(candidates.keySet());
        same.removeAll(standing.changed(candidates));
        standing.changed(back).forEach(candidate -> same.remove(back.get(candidate)));
        return same;
    }

    private Map<RelationName, RelationName> candidates(Kind kind) {
        Map<RelationName, RelationName> candidates = new HashMap<>();
        parts.keySet().stream()
                .filter(name -> existing.is(name, kind))
                .forEach(name -> candidates.put(name, setup.warehouse().candidate(name)));
        return candidates;
    }

    private static boolean isTable(Relational node) {
        return !node.isView() && !(node instanceof Model model && model.isStoredView());
    }

    private boolean isTold(String how, RelationName name) {
        return isTold(how, node(name));
    }

    static boolean isTold(String how, Resource node) {
        return node.config().publishBy().equals(how);
    }

    private Relational node(RelationName name) {
        return (Relational) setup.manifest().get(parts.get(name));
    }
}
