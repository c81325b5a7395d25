package dev.assay.environment;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identity;
import dev.assay.warehouse.Identity.Change;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What others than assay have done to published relations since they were published. A relation is compared with the version
 * that was published last under its name, whichever node that was.
 *
 * @param found relations that are the same as before, or that cannot be compared, are not among them
 */
public record ManualChanges(SortedMap<RelationName, Change> found) {

    /** What readers of an inherited table see beside its own rows. */
    public static final String OTHER_ROWS = "rows of inheriting tables";

    public static final ManualChanges NONE = new ManualChanges(Collections.emptySortedMap());

    public ManualChanges {
        found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    }

    /**
     * Asks the warehouse in one statement, in a second one where something seems to be changed, and not at all where nothing is
     * published by which it could be recognised.
     */
    public static ManualChanges read(
            Session session, Warehouse warehouse, Registry registry, RegistrySnapshot known, Existing existing) {
        List<Entry> recognised = recognised(known, existing)
                .filter(entry -> existing.contains(entry.relation()))
                .toList();
        List<RelationName> relations = recognised.stream().map(Entry::relation).toList();
        ManualChanges quick = of(recognised, existing, registry.identities().read(session, warehouse, relations));
        return quick.found().containsValue(Change.CHANGED)
                ? of(recognised, existing, registry.identities().readLasting(session, warehouse, relations))
                : quick;
    }

    private static ManualChanges of(List<Entry> recognised, Existing existing, Map<RelationName, Identity> now) {
        return of(recognised, existing.relations().comparator(), relation -> existing.is(relation, Kind.VIEW), now);
    }

    /** @param names how the warehouse compares names */
    public static ManualChanges between(
            List<Entry> published, Comparator<? super RelationName> names, Map<RelationName, Identity> now) {
        return of(
                published.stream()
                        .filter(entry -> !entry.identity().equals(Identity.UNKNOWN))
                        .toList(),
                names,
                relation -> now.get(relation).isOfView(),
                now);
    }

    private static ManualChanges of(
            List<Entry> recognised,
            Comparator<? super RelationName> names,
            Predicate<RelationName> isView,
            Map<RelationName, Identity> now) {
        // A table has another kind of identity than a view, so that the two may not be comparable.
        var found = new TreeMap<RelationName, Change>(names);
        recognised.forEach(entry -> Optional.ofNullable(now.get(entry.relation()))
                .map(identity -> entry.kind().equals("view") != isView.test(entry.relation())
                        ? Change.REPLACED
                        : entry.identity().changeTo(identity))
                .filter(change -> change != Change.NONE && change != Change.UNKNOWN)
                .ifPresent(change -> found.put(entry.relation(), change)));
        return new ManualChanges(found);
    }

    /** In a cut that broke off, some relations have been published already and the registry does not say so yet. */
    private static Stream<Entry> recognised(RegistrySnapshot known, Existing existing) {
        var publishing = existing.alike(known.waiting().values().stream()
                .filter(waiting -> waiting.state() == Entry.State.PUBLISHING)
                .map(Entry::relation)
                .toList());
        return known.seen(existing.relations().comparator()).values().stream()
                .filter(entry -> !entry.identity().equals(Identity.UNKNOWN))
                .filter(entry -> !publishing.contains(entry.relation()));
    }

    public boolean contains(RelationName relation) {
        return found.containsKey(relation);
    }

    public boolean isReplaced(RelationName relation) {
        return found.get(relation) == Change.REPLACED;
    }

    /** Whether its readers see rows of other tables, which no build replaces and no test of its candidate sees. */
    public boolean isInherited(RelationName relation) {
        return found.get(relation) == Change.INHERITED;
    }

    /** Whether another client has changed its rows or its definition. A build overwrites the change. */
    public boolean isByHand(RelationName relation) {
        return isReplaced(relation) || found.get(relation) == Change.CHANGED;
    }

    /**
     * Why what is there under the name of this version is not what assay published; empty where it is, as far as can be told.
     * A table whose rows were changed is still the same table.
     */
    public Optional<String> ofForeign(Entry entry, Existing.Kind kind) {
        if (isReplaced(entry.relation())) {
            return Optional.of("another client has created a relation with this name");
        }
        return found.get(entry.relation()) == Change.CHANGED && kind != Existing.Kind.TABLE
                ? Optional.of("its SQL is not what assay published")
                : Optional.empty();
    }

    /** What happened to the relation, as it follows its name; empty where nothing did, as far as can be told. */
    public Optional<String> words(RelationName relation) {
        return Optional.ofNullable(found.get(relation)).map(change -> switch (change) {
            case REPLACED -> "was replaced by hand";
            case INHERITED -> "shows " + OTHER_ROWS;
            case EMPTIED -> "has lost its rows in a crash of the server, since it is UNLOGGED";
            case CHANGED, NONE, UNKNOWN -> "was changed by hand";
        });
    }
}
