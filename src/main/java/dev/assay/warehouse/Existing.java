package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What already exists in the warehouse, read once and handed down as a value.
 *
 * @param relations name to kind
 * @param schemas those that exist
 * @param occupied names that a relation of ours cannot have, with what has them: a sequence, a type
 */
public record Existing(
        SortedMap<RelationName, Kind> relations, Set<String> schemas, SortedMap<RelationName, String> occupied) {

    public enum Kind {
        TABLE,
        VIEW,
        MATERIALIZED_VIEW;

        public String word() {
            return suffix().replace('_', ' ');
        }

        /** Of the names of statements that are not the same for all kinds: {@code drop_materialized_view}. */
        public String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Existing {
        relations = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(relations));
        schemas = Set.copyOf(schemas);
        occupied = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(occupied));
    }

    /** Where nothing but relations can be in the way of a relation. */
    public Existing(SortedMap<RelationName, Kind> relations, Set<String> schemas) {
        this(relations, schemas, new TreeMap<>());
    }

    public static Existing of(Map<RelationName, Kind> relations, Set<String> schemas) {
        return new Existing(new TreeMap<>(relations), schemas);
    }

    public Existing and(Existing other) {
        var all = new TreeMap<>(relations);
        all.putAll(other.relations);
        var both = new HashSet<>(schemas);
        both.addAll(other.schemas);
        var allOccupied = new TreeMap<>(occupied);
        allOccupied.putAll(other.occupied);
        return new Existing(all, both, allOccupied);
    }

    /** After relations were renamed, each from the first name to the second. */
    public Existing renamed(Map<RelationName, RelationName> names) {
        var renamed = new TreeMap<>(relations);
        names.forEach((from, to) -> renamed.put(to, renamed.remove(from)));
        return new Existing(renamed, schemas, occupied);
    }

    public Optional<Kind> kind(RelationName name) {
        return Optional.ofNullable(relations.get(name));
    }

    public boolean is(RelationName name, Kind kind) {
        return relations.get(name) == kind;
    }

    /** These names as a set in which two are the same where the warehouse takes them for the same. */
    public NavigableSet<RelationName> alike(Collection<RelationName> names) {
        var alike = new TreeSet<RelationName>(relations.comparator());
        alike.addAll(names);
        return alike;
    }

    /** Whether the warehouse takes both for the name of one schema. */
    public boolean isSameSchema(String one, String other) {
        return alike(List.of(RelationName.of(one, "x"), RelationName.of(other, "x")))
                        .size()
                == 1;
    }

    public boolean contains(RelationName name) {
        return relations.containsKey(name);
    }
}
