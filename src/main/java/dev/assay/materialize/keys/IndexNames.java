package dev.assay.materialize.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names for indexes and constraints that nobody named: the same at every build, and no two alike. */
final class IndexNames {

    /** The shortest limit of all warehouses, in bytes. */
    static final int LONGEST = 63;

    private IndexNames() {}

    static String of(String table, List<String> columns, String definition) {
        String end = "_" + IndexOrConstraint.hash(table + columns + definition);
        String start = table + "_" + String.join("_", columns);
        int length = start.length();
        while (bytes(start.substring(0, length)) + end.length() > LONGEST) {
            length = start.offsetByCodePoints(length, -1);
        }
        return start.substring(0, length) + end;
    }

    static boolean isTooLong(String name) {
        return bytes(name) > LONGEST;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
