package dev.assay.compile;

import dev.assay.manifest.Node;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import java.util.Optional;

/**
 * SQL of a project that is no node's own text, rendered while the project is read over names that no relation has.
 *
 * @param node whose settings accept names; a hook of the project file has none
 * @param place all of it, for what has no place of its own
 */
public record AttachedSql(Kind kind, Optional<Node> node, SqlText sql, Span place) {

    /** Before the schema of a reference. A word, so that a template may print it without quotes: {@code ${this.schema}}. */
    private static final String REFERRED = "__assay_referred__";

    public enum Kind {
        GENERIC_TEST,
        /** A hook that may change its node: the tests read it afterwards. */
        HOOK_BEFORE_TESTS,
        /** A hook around a run, or after a publication: no test reads afterwards what it changes. */
        HOOK_AFTER_TESTS
    }

    /** How a reference is printed, so that it is not taken for a name written by hand. */
    public static RelationName referred(RelationName relation) {
        return new RelationName(relation.database(), REFERRED + relation.schema(), relation.name());
    }

    static boolean isReferredSchema(String schema) {
        // Snowflake compares in capitals.
        return schema.regionMatches(true, 0, REFERRED, 0, REFERRED.length());
    }

    /** The relation of a schema that a reference has printed. */
    static RelationName relation(Optional<String> database, String schema, String name) {
        return new RelationName(database, schema.substring(REFERRED.length()), name);
    }
}
