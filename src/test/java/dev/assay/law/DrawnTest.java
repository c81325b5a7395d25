package dev.assay.law;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A test of a drawn project, in two forms: as assay reads it, and as a question of the law's own to what is published.
 *
 * @param parent the other node that the test reads; empty for a test of one node
 */
record DrawnTest(String node, Kind kind, boolean isWarning, String parent) {

    enum Kind {
        NOT_NULL,
        UNIQUE,
        NOT_NEGATIVE,
        RELATIONSHIPS,
        /** A singular test: each id of the node is an id of the parent. */
        KNOWN_IDS,
        /** A singular test: the number of rows that {@code query()} has counted in the parent is right. */
        COUNTED
    }

    String name() {
        return node + "_" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isSingular() {
        return kind == Kind.KNOWN_IDS || kind == Kind.COUNTED;
    }

    /** The nodes it speaks of. */
    List<String> subjects() {
        return Stream.of(node, parent).filter(name -> !name.isEmpty()).toList();
    }

    /** Its failing rows; {@code named} says how a node is written. */
    String failingRows(UnaryOperator<String> named) {
        String mine = named.apply(node);
        return switch (kind) {
            case NOT_NULL -> "select id from " + mine + " where id is null";
            case UNIQUE -> "select id from " + mine + " where id is not null group by id having count(*) > 1";
            case NOT_NEGATIVE -> "select id from " + mine + " where v < 0";
            case RELATIONSHIPS ->
                "select c.id from " + mine + " c left join " + named.apply(parent)
                        + " p on c.id = p.id where p.id is null and c.id is not null";
            case KNOWN_IDS ->
                "select c.id from " + mine + " c left join " + named.apply(parent)
                        + " p on c.id = p.id where p.id is null";
            case COUNTED -> "select n from " + mine + " where n <> (select count(*) from " + named.apply(parent) + ")";
        };
    }

    /** The line of YAML below {@code data_tests} of the column. */
    String yaml() {
        String more = "name: " + name() + ", config: {severity: " + (isWarning ? "warn" : "error") + "}";
        return switch (kind) {
            case NOT_NULL -> "{not_null: {" + more + "}}";
            case UNIQUE -> "{unique: {" + more + "}}";
            case NOT_NEGATIVE -> "{not_negative: {" + more + "}}";
            case RELATIONSHIPS -> "{relationships: {to: \"ref('" + parent + "')\", field: id, " + more + "}}";
            case KNOWN_IDS, COUNTED -> throw new IllegalStateException(name() + " is a file of its own");
        };
    }

    /** The text of a singular test. */
    String file() {
        return "[@config severity=\"" + (isWarning ? "warn" : "error") + "\" /]\n"
                + failingRows(name -> "${ref(\"" + name + "\")}") + "\n";
    }
}
