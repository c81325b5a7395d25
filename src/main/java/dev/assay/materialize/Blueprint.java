package dev.assay.materialize;

import dev.assay.diagnostic.AssayBug;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.Relational;
import dev.assay.materialize.files.OutputFile;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.InternalNames;
import java.util.Optional;

/**
 * What is to be built, and under which names.
 *
 * @param select the node's SQL over what it reads in this run: candidates where those were built, published relations
 *     elsewhere; empty for seeds
 * @param lasting the node's SQL over published names: what a view keeps
 * @param file a seed's file, read and found sound; empty for models, and where nothing is built
 * @param output what the relation is written to besides
 */
public record Blueprint(
        Relational node,
        Optional<SqlText> select,
        Optional<SqlText> lasting,
        Optional<SeedFile> file,
        RelationName candidate,
        RelationName published,
        RelationName retired,
        Optional<OutputFile> output) {

    /** A model's. */
    public Blueprint(
            Relational node,
            Optional<SqlText> select,
            Optional<SqlText> lasting,
            RelationName candidate,
            RelationName published,
            RelationName retired) {
        this(node, select, lasting, Optional.empty(), candidate, published, retired, Optional.empty());
    }

    /** Where the rows of a change lie until the cut. */
    public RelationName staged() {
        return InternalNames.staged(candidate);
    }

    /** With a seed's file. */
    public Blueprint loading(SeedFile read) {
        return new Blueprint(node, select, lasting, Optional.of(read), candidate, published, retired, output);
    }

    /** Without the SQL over candidates: nothing is built from it any more. */
    public Blueprint built() {
        return new Blueprint(node, Optional.empty(), lasting, file, candidate, published, retired, output);
    }

    /** Whether a view over candidates says the same as one over published names: none of its parents is new. */
    boolean isLasting() {
        return select.equals(lasting);
    }

    SqlText requireSelect() {
        return select.orElseThrow(() -> new AssayBug(node.id() + " has no SQL to build from"));
    }

    OutputFile requireOutput() {
        return output.orElseThrow(() -> new AssayBug(node.id() + " has no file to be written to"));
    }

    SqlText requireLasting() {
        return lasting.orElseThrow(() -> new AssayBug(node.id() + " has no SQL to keep"));
    }
}
