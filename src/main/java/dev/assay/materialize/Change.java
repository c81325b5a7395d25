package dev.assay.materialize;

import dev.assay.sql.RelationName;
import java.util.List;

/**
 * A table's next content, as a change of what is published: published − removal + staged.
 *
 * @param target the published table
 * @param staged a table of the same columns, with the rows to be inserted
 * @param columns all of them, by name: no row moves into a wrong column
 */
public record Change(RelationName target, Removal removal, RelationName staged, List<String> columns) {

    public Change {
        columns = List.copyOf(columns);
    }
}
