package dev.assay.compile;

import dev.assay.manifest.Node;
import dev.assay.sql.SqlText;
import java.util.Optional;

/**
 * A node with its SQL.
 *
 * @param select over the names that the caller chose for what it needs; empty for seeds
 */
public record CompiledNode(Node node, Optional<SqlText> select) {}
