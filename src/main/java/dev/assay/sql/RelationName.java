package dev.assay.sql;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The name of a table or view, in its parts and unquoted. A dialect quotes it when it is printed. */
public record RelationName(Optional<String> database, String schema, String name) implements Comparable<RelationName> {

    public static RelationName of(String schema, String name) {
        return new RelationName(Optional.empty(), schema, name);
    }

    public RelationName renamed(UnaryOperator<String> rename) {
        return new RelationName(database, schema, rename.apply(name));
    }

    public RelationName inSchema(String other) {
        return new RelationName(database, other, name);
    }

    @Override
    public int compareTo(RelationName other) {
        return toString().compareTo(other.toString());
    }

    /** For people: parts joined by dots, unquoted. Never SQL. */
    @Override
    public String toString() {
        return database.map(part -> part + ".").orElse("") + schema + "." + name;
    }
}
