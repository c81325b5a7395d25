package dev.assay.materialize;

import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import java.util.Optional;

/**
 * What is to be built, and under which names.
 *
 * @param select the node's SQL over what it reads in this run: candidates where those were built, published relations
 *     elsewhere; empty for seeds
 * @param lasting the node's SQL over published names: what a view keeps
 */
public record Blueprint(
        Relational node,
        Optional<SqlText> select,
        Optional<SqlText> lasting,
        RelationName candidate,
        RelationName published,
        RelationName retired) {}
