package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What already exists in the warehouse, read once and handed down as a value.
 *
 * @param relations name to kind
 * @param schemas those that exist
 */
public record Existing(SortedMap<RelationName, Kind> relations, Set<String> schemas) {

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
    }

    public static Existing of(Map<RelationName, Kind> relations, Set<String> schemas) {
        return new Existing(new TreeMap<>(relations), schemas);
    }

    public Existing and(Existing other) {
        var all = new TreeMap<>(relations);
        all.putAll(other.relations);
        var both = new HashSet<>(schemas);
        both.addAll(other.schemas);
        return new Existing(all, both);
    }

    public Optional<Kind> kind(RelationName name) {
        return Optional.ofNullable(relations.get(name));
    }

    public boolean is(RelationName name, Kind kind) {
        return relations.get(name) == kind;
    }

    /** These names as a set in which two are the same where the warehouse takes them for the same. */
    public SortedSet<RelationName> alike(Collection<RelationName> names) {
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
