package dev.assay.publish.bound;

import dev.assay.materialize.Part;
import dev.assay.materialize.PartStatements;
import dev.assay.publish.CutRefused;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What others have put on tables that stay themselves, and that does more than a statement says when rows are written: triggers,
 * rules, and foreign keys that delete or empty rows of other tables. Is asked for after the rows are written: our locks let
 * nobody add any of them from then on.
 */
record RowEffects(Session session, Wording wording) {

    /**
     * @param kind trigger, rule, or the action of a foreign key: on delete cascade
     * @param remedy a statement after which rows are written as they were tested
     * @param mayWait whether it may wait for the commit
     */
    private record Effect(RelationName table, String kind, String name, String remedy, boolean mayWait) {

        static Effect of(List<Object> row) {
            return new Effect(
                    RelationName.of(row.get(0).toString(), row.get(1).toString()),
                    row.get(2).toString(),
                    row.get(3).toString(),
                    row.get(4).toString(),
                    Boolean.TRUE.equals(row.get(5)));
        }

        boolean isKey() {
            return kind.startsWith("on delete");
        }

        String words() {
            return kind + " " + table + "." + name;
        }
    }

    /**
     * @param parts whose rows are written
     * @param losing those of their tables of which rows were deleted
     * @throws CutRefused where rows of other tables were deleted or emptied, or where a table does not hold what was tested
     */
    void require(Collection<Part> parts, Set<RelationName> losing) {
        List<Effect> effects = effects(parts);
        Map<RelationName, Part> byName = new TreeMap<>();
        parts.forEach(part -> byName.put(plain(part.published()), part));
        Set<RelationName> deleted = new TreeSet<>();
        losing.forEach(name -> deleted.add(plain(name)));
        effects.stream()
                .filter(effect -> effect.isKey() && deleted.contains(effect.table()))
                .findFirst()
                .ifPresent(key -> {
                    throw new CutRefused(byName.get(key.table()).id(), rowsOfOthers(key));
                });
        List<Effect> changing =
                effects.stream().filter(effect -> !effect.isKey()).toList();
        if (!changing.isEmpty()) {
            runDeferred(changing);
            // A trigger of one table may write into another one.
            parts.forEach(part -> requireTested(part, changing));
        }
    }

    private static RelationName plain(RelationName name) {
        return RelationName.of(name.schema(), name.name());
    }

    private List<Effect> effects(Collection<Part> parts) {
        return session
                .query(wording.statement(
                        "see what changes rows by itself",
                        "row_effects",
                        Map.of(
                                "named",
                                DependencyQueries.names(
                                        parts.stream().map(Part::published).toList()))))
                .rows()
                .stream()
                .map(Effect::of)
                .toList();
    }

    private void runDeferred(List<Effect> effects) {
        List<RelationName> deferred = effects.stream()
                .filter(Effect::mayWait)
                .map(effect -> effect.table().renamed(any -> effect.name()))
                .toList();
        if (!deferred.isEmpty()) {
            session.execute(wording.statement(
                    "run triggers before the commit", "run_deferred", Map.of("constraints", deferred)));
        }
    }

    private void requireTested(Part part, List<Effect> changing) {
        new PartStatements(part, wording).differing().ifPresent(question -> {
            long differing = session.query(question).number();
            if (differing > 0) {
                throw new CutRefused(part.id(), notTested(part, changing, differing));
            }
        });
    }

    private static WarehouseError rowsOfOthers(Effect key) {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "rows of it go or change, and the " + key.name() + " has `" + key.kind()
                                + "`: rows of that table would be lost or emptied"
                                + "\na changed row is deleted and inserted again, since the table stays itself")
                .helped(List.of("let the key refuse instead, and wait for the end of the cut: " + key.remedy()));
    }

    private static WarehouseError notTested(Part part, List<Effect> changing, long differing) {
        List<Effect> own = changing.stream()
                .filter(effect -> effect.table().equals(plain(part.published())))
                .toList();
        List<Effect> named = own.isEmpty() ? changing : own;
        String words = String.join(", ", named.stream().map(Effect::words).toList());
        var help = new ArrayList<String>();
        help.add("let it keep the rows of assay's `application_name` as they are, or disable it");
        named.stream().map(Effect::remedy).forEach(help::add);
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        differing + (differing == 1 ? " row of it is" : " rows of it are")
                                + " not as tested, once written: because of " + words)
                .helped(help);
    }
}
