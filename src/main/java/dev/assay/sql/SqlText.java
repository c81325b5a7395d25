package dev.assay.sql;

import dev.assay.source.Origin;

/**
 * SQL that can say where each of its characters was written. Two texts are equal when their letters are: where they came
 * from is asked only when a warehouse refuses them.
 */
public record SqlText(String text, Origin origin) {

    /** SQL of the engine's own, which points nowhere. */
    public static SqlText plain(String text) {
        return new SqlText(text, Origin.NOWHERE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlText sql && sql.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
