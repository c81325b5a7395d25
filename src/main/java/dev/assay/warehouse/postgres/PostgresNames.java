package dev.assay.warehouse.postgres;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.InternalNames;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where candidates and old relations lie: under their own names, in schemas beside the one that readers see. Names of
 * indexes stay as they are this way, and readers have no right to look there.
 */
final class PostgresNames {

    /**
     * Postgres cuts a longer name without a word. The name of a table's array type is an underscore and the table's name, and is cut
     * as well. The server finds another one where it makes a table, and none where it moves one.
     */
    static final int LONGEST = 63;

    static final String CANDIDATES = "__assay_candidate";
    static final String RETIRED = "__assay_retired";

    /** A connection sees one database: whether a name has it in front makes no difference. */
    static final Comparator<RelationName> IN_ONE_DATABASE =
            Comparator.comparing(RelationName::schema).thenComparing(RelationName::name);

    private PostgresNames() {}

    static RelationName candidate(RelationName published) {
        return RelationName.of(beside(published.schema(), CANDIDATES), published.name());
    }

    static RelationName retired(RelationName published) {
        return RelationName.of(beside(published.schema(), RETIRED), published.name());
    }

    static boolean isOurs(String schema) {
        return schema.endsWith(CANDIDATES) || schema.endsWith(RETIRED);
    }

    /** The same schemas, and those in which we keep what belongs to them. */
    static SortedSet<String> withOurs(Collection<String> schemas) {
        var all = new TreeSet<>(schemas);
        for (String schema : schemas) {
            if (!isOurs(schema)) {
                all.add(beside(schema, CANDIDATES));
                all.add(beside(schema, RETIRED));
            }
        }
        return all;
    }

    private static String beside(String schema, String suffix) {
        return InternalNames.suffixed(schema, suffix);
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
