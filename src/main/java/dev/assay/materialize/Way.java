package dev.assay.materialize;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import java.util.List;

/**
 * How a node is published. The method of the warehouse decides it once for each node and cut; whatever depends on it switches
 * over it.
 */
public sealed interface Way {

    /** The candidate takes the published name. */
    record Exchange(Kind kind) implements Way {}

    /**
     * A view or materialized view is made over published names, inside the cut.
     *
     * @param statements its definition first, then what is put on it
     */
    record Define(Kind kind, List<Statement> statements) implements Way {

        public Define {
            statements = List.copyOf(statements);
        }
    }

    /** The table stays; rows that its candidate lacks are deleted, and rows that it lacks are inserted. */
    record Difference() implements Way {}

    /** The table stays; all its rows are replaced by those of the candidate. */
    record Overwrite() implements Way {}

    /** The table stays; some of its rows are deleted, and staged ones are inserted. */
    record Merge(Change change) implements Way {}

    /** The relation is already what its candidate is: nothing is done. */
    record Keep() implements Way {}
}
