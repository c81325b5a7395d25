package dev.assay.materialize.keys;

import dev.assay.manifest.ConstraintKind;
import dev.assay.source.Digest;
import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;

/** What settings put on a table beside its rows. */
public sealed interface IndexOrConstraint {

    /** The setting that asks for it. */
    Span place();

    /** Its name in the warehouse; of a column that is never null, the column's. */
    String name();

    /** @param type the warehouse's word for the way it is built: {@code hash} */
    record Index(String name, List<String> columns, boolean unique, Optional<String> type, Span place)
            implements IndexOrConstraint {

        public Index {
            columns = List.copyOf(columns);
        }

        String mark() {
            return IndexOrConstraint.marked("index" + columns + unique + type);
        }
    }

    /** @param kind unique, primary_key, check or custom: the others have types of their own */
    record Constraint(String name, ConstraintKind kind, List<String> columns, String expression, Span place)
            implements IndexOrConstraint {

        public Constraint {
            columns = List.copyOf(columns);
        }

        String mark() {
            return IndexOrConstraint.marked(kind.word() + columns + expression);
        }
    }

    record NotNull(String name, Span place) implements IndexOrConstraint {}

    /** Tells what is ours from what others made, and one definition from another. */
    static String marked(String definition) {
        return "assay " + hash(definition);
    }

    /** Ten letters that two texts hardly share. */
    static String hash(String text) {
        return Digest.sha256(text).substring(0, 10);
    }
}
