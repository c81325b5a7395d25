package dev.assay.materialize;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Wording;
import java.util.List;

/** A way to turn a node into a relation. Decides which statements run and in which order; runs none. */
public interface Materialization {

    /** The word for it in configs: {@code table}. */
    String name();

    /** Builds the candidate where readers don't look. Removes first what an earlier run left there. */
    List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql);

    /** Puts the candidate in the place that readers see. */
    Cut publish(Blueprint blueprint, Existing existing, Wording sql);

    /** Removes a candidate that nobody keeps. */
    List<Statement> discard(Blueprint blueprint, Wording sql);
}
