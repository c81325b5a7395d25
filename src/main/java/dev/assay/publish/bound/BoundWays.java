package dev.assay.publish.bound;

import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Candidate;
import dev.assay.materialize.Product;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.Dependent;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.WarehouseError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses how to publish where views are bound to relations: a table is exchanged or takes the difference in, a view is
 * replaced or made anew.
 *
 * @param existing what is published
 */
record BoundWays(DependencyQueries standing, Map<RelationName, Candidate> candidates, Existing existing) {

    /**
     * @param inPlace tables that stay themselves, with what depends on them and cannot be moved to another table; with
     *     nothing, where the settings ask for it
     * @param remade views that have to be dropped, since they cannot be replaced by what they become
     * @param refused those that are told to stay themselves, and cannot
     */
    record Chosen(
            SortedMap<RelationName, List<Dependent>> inPlace,
            Set<RelationName> remade,
            SortedMap<ResourceId, WarehouseError> refused) {}

    /** Inside of a transaction. */
    Chosen choose() {
        Map<RelationName, RelationName> tables = tables();
        Map<RelationName, RelationName> told =
                those(tables, name -> candidates.get(name).isTold("difference"));
        Set<RelationName> asked = withSameColumns(told);
        var refused = new TreeMap<ResourceId, WarehouseError>();
        told.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> refused.put(candidates.get(name).id(), otherColumns()));
        Map<RelationName, List<Dependent>> held = held(tables);
        var inPlace = new TreeMap<RelationName, List<Dependent>>();
        asked.forEach(name -> inPlace.put(name, List.of()));
        withSameColumns(those(tables, held::containsKey)).forEach(name -> inPlace.putIfAbsent(name, held.get(name)));
        return new Chosen(inPlace, remade(), refused);
    }

    /** Views whose columns changed, those that become tables, and our own views on them. */
    private Set<RelationName> remade() {
        Map<RelationName, RelationName> views = those(published(Kind.VIEW), name -> true);
        Set<RelationName> going = standing.changed(views);
        views.keySet().stream()
                .filter(name -> !(candidates.get(name).product() instanceof Product.View))
                .forEach(going::add);
        var all = new TreeSet<>(going);
        standing.on(going).stream()
                .map(Dependent::name)
                .filter(candidates::containsKey)
                .forEach(all::add);
        return all;
    }

    /** Tables that may be told to stay themselves, or have to. */
    private Map<RelationName, RelationName> tables() {
        return those(
                published(Kind.TABLE),
                name -> candidates.get(name).product() instanceof Product.Table
                        && !candidates.get(name).isTold("swap"));
    }

    /** Those on which something depends that could not be moved to another table. */
    private Map<RelationName, List<Dependent>> held(Map<RelationName, RelationName> tables) {
        return standing.on(tables.keySet()).stream()
                .filter(dependent -> dependent.direct() && !candidates.containsKey(dependent.name()))
                .filter(dependent -> !(dependent.isView() && dependent.mayBeChanged()))
                .collect(Collectors.groupingBy(Dependent::on));
    }

    // Rows would go into the wrong columns.
    private static WarehouseError otherColumns() {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "its columns are other ones now, and `publish_by: difference` takes in rows only")
                .helped(List.of("exchange it once, with `publish_by: swap`; older snapshots find it empty then"));
    }

    private Set<RelationName> withSameColumns(Map<RelationName, RelationName> pairs) {
        Map<RelationName, RelationName> back = new HashMap<>();
        pairs.forEach((name, candidate) -> back.put(candidate, name));
        Set<RelationName> same = new HashSet<>(pairs.keySet());
        same.removeAll(standing.changed(pairs));
        standing.changed(back).forEach(candidate -> same.remove(back.get(candidate)));
        return same;
    }

    /** Published names and those of their candidates. */
    private Map<RelationName, RelationName> published(Kind kind) {
        var pairs = new TreeMap<RelationName, RelationName>();
        candidates.forEach((name, candidate) -> {
            if (existing.is(name, kind)) {
                pairs.put(name, candidate.name());
            }
        });
        return pairs;
    }

    private static Map<RelationName, RelationName> those(
            Map<RelationName, RelationName> pairs, Predicate<RelationName> wanted) {
        var some = new TreeMap<>(pairs);
        some.keySet().removeIf(wanted.negate());
        return some;
    }
}
