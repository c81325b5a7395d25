package dev.assay.materialize.keys;

import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.ConstraintKind;
import dev.assay.manifest.Relational;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of a node's {@code constraints}, as its YAML has it.
 *
 * @param columns that it speaks of: the one that it stands at, or those that it names
 */
record WrittenConstraint(Map<?, ?> written, List<String> columns, Span place) {

    /** Parsing has refused others. */
    ConstraintKind kind() {
        return ConstraintKind.of(written.get("type").toString());
    }

    static List<WrittenConstraint> of(Relational node) {
        var found = new ArrayList<WrittenConstraint>();
        for (ColumnSpec column : node.description().columns()) {
            column.constraints()
                    .forEach(map -> found.add(new WrittenConstraint(map, List.of(column.name()), column.place())));
        }
        if (node.config().values().get("constraints") instanceof List<?> list) {
            Span place = node.config().place("constraints", node.place());
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    found.add(new WrittenConstraint(map, IndexReader.texts(map.get("columns")), place));
                }
            }
        }
        return found;
    }
}
