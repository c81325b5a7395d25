package dev.assay.materialize;

import dev.assay.sql.Statement;
import java.util.List;

/**
 * A node's part in a cut. The publisher runs all moves of all nodes first, then all definitions in the order of the
 * graph, then all data, in one transaction; what is left over goes after the commit.
 *
 * @param moves renames, and drops of what has the wrong kind
 * @param definitions views
 * @param data inserts, merges
 * @param leftovers drops of what the cut has set aside, one by one
 */
public record Cut(List<Statement> moves, List<Statement> definitions, List<Statement> data, List<Statement> leftovers) {

    public Cut {
        moves = List.copyOf(moves);
        definitions = List.copyOf(definitions);
        data = List.copyOf(data);
        leftovers = List.copyOf(leftovers);
    }
}
