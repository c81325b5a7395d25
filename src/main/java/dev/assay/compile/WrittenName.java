package dev.assay.compile;

import java.util.List;

/**
 * The name of a relation that a template's text contains, written by hand.
 *
 * @param parts database, schema and name as far as they are written, with their quotes
 */
record WrittenName(int start, int end, List<String> parts) {

    WrittenName {
        parts = List.copyOf(parts);
    }

    boolean isBare() {
        return parts.size() == 1;
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
