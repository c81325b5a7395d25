package dev.assay.materialize;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.Relational;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Optional;

/** A way to turn a node into a relation. Decides which statements run and in which order; runs none. */
public interface Materialization {

    /** The word for it in configs: {@code table}. */
    String name();

    /** What becomes of the node; empty where it becomes no relation. */
    Optional<Product> product(Blueprint blueprint, Existing existing);

    /** Whether the candidate is built as a change of the published table, and is worth nothing without that version of it. */
    default boolean isChange(Relational node, Existing existing) {
        return false;
    }

    /** Builds the candidate where readers don't look. Removes first what an earlier run left there. */
    List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql);

    /** Makes the relation over published names, with all that its settings put on it: the definition comes first. */
    default List<Statement> define(Blueprint blueprint, Predecessor predecessor, Wording sql) {
        throw new AssayBug("a `" + name() + "` is not made over published names");
    }

    /** Writes the files that hold the relation's rows, too; the relation has its published name by then. */
    default List<Statement> files(Blueprint blueprint, Wording sql) {
        return List.of();
    }

    /** Describes a published relation that stays itself. */
    default List<Statement> describe(Blueprint blueprint, Kind kind, Wording sql) {
        return new Comments(sql).on(blueprint.node(), kind, blueprint.published());
    }

    /** Removes a candidate that nobody keeps. */
    List<Statement> discard(Blueprint blueprint, Wording sql);
}
