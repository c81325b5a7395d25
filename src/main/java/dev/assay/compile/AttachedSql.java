package dev.assay.compile;

import dev.assay.manifest.Node;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import java.util.Optional;

/**
 * SQL of a project that is no node's own text, rendered while the project is read over names that no relation has.
 *
 * @param node whose settings accept names; a hook of the project file has none
 * @param place all of it, for what has no place of its own
 */
public record AttachedSql(Kind kind, Optional<Node> node, SqlText sql, Span place) {

    public enum Kind {
        GENERIC_TEST,
        HOOK
    }
}
