package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identity;
import dev.assay.warehouse.Identity.Change;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What others than assay have done to published relations since they were published.
 *
 * @param found relations that are the same as before, or that cannot be compared, are not among them
 */
public record ManualChanges(SortedMap<ResourceId, Change> found) {

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
        List<RelationName> relations = recognised(known)
                .map(Entry::relation)
                .filter(existing::contains)
                .toList();
        ManualChanges quick = of(known, registry.identities().read(session, warehouse, relations));
        return quick.found().containsValue(Change.CHANGED)
                ? of(known, registry.identities().readLasting(session, warehouse, relations))
                : quick;
    }

    static ManualChanges of(RegistrySnapshot known, Map<RelationName, Identity> now) {
        var found = new TreeMap<ResourceId, Change>();
        recognised(known)
                .forEach(entry -> Optional.ofNullable(now.get(entry.relation()))
                        .map(entry.identity()::changeTo)
                        .filter(change -> change != Change.NONE && change != Change.UNKNOWN)
                        .ifPresent(change -> found.put(entry.node(), change)));
        return new ManualChanges(found);
    }

    /** In a cut that broke off, some relations have been published already and the registry does not say so yet. */
    private static Stream<Entry> recognised(RegistrySnapshot known) {
        return known.published().values().stream()
                .filter(entry -> !entry.identity().equals(Identity.UNKNOWN))
                .filter(entry -> known.waitingOf(entry.node())
                        .filter(waiting -> waiting.state() == Entry.State.PUBLISHING)
                        .isEmpty());
    }

    public boolean contains(ResourceId node) {
        return found.containsKey(node);
    }

    public boolean isReplaced(ResourceId node) {
        return found.get(node) == Change.REPLACED;
    }

    /** Whether its readers see rows of other tables, which no build replaces and no test of its candidate sees. */
    public boolean isInherited(ResourceId node) {
        return found.get(node) == Change.INHERITED;
    }

    /** Whether somebody has changed its rows or its definition, so that a build overwrites that. */
    public boolean isByHand(ResourceId node) {
        return isReplaced(node) || found.get(node) == Change.CHANGED;
    }

    /** Why the relation that has the name of this version now is not ours; empty where it is, as far as can be told. */
    public Optional<String> ofReplaced(Entry entry) {
        return isReplaced(entry.node()) && entry.identity().id().isPresent()
                ? Optional.of("another client has created a relation with this name")
                : Optional.empty();
    }

    /** What happened to the relation, as it follows its name; empty where nothing did, as far as can be told. */
    public Optional<String> words(ResourceId node) {
        return Optional.ofNullable(found.get(node)).map(change -> switch (change) {
            case REPLACED -> "was replaced by hand";
            case INHERITED -> "shows " + OTHER_ROWS;
            case EMPTIED -> "has lost its rows in a crash of the server, since it is UNLOGGED";
            case CHANGED, NONE, UNKNOWN -> "was changed by hand";
        });
    }
}
