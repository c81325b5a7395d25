package dev.assay.publish.bound;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Few;
import dev.assay.materialize.Part;
import dev.assay.materialize.Way;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.ReaderLimits;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cut that replaces tables or the SQL of views, and changes the rows of other tables. A statement that took its snapshot
 * before the cut and waited for a lock, such as EXECUTE or COPY, sees the new relation or SQL beside the old rows.
 *
 * @param replaced relations with another identity or definition after the cut
 * @param changed tables that stay themselves
 */
record MixedCut(List<String> replaced, List<String> changed) {

    private static final int MOST_NAMED = 4;

    /** @throws WarehouseError if the cut is mixed and the output asks for `publish_mixed: hold` */
    static void require(ReaderLimits limits, List<Part> parts, BoundViews views) {
        List<String> changed =
                names(parts.stream().filter(MixedCut::changesRows).map(Part::published));
        if (limits.holdsMixed() && !changed.isEmpty()) {
            List<String> replaced = names(views.redefined().stream());
            if (!replaced.isEmpty()) {
                throw new MixedCut(replaced, changed).refusal();
            }
        }
    }

    /** Whether a table stays itself and gets other rows. */
    static boolean changesRows(Part part) {
        return part.way() instanceof Way.Difference || part.way() instanceof Way.Merge;
    }

    private static List<String> names(Stream<RelationName> relations) {
        return relations.map(RelationName::toString).sorted().toList();
    }

    private WarehouseError refusal() {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "the cut would replace some relations and change the rows of others (`publish_mixed: hold`)"
                                + "\nreplaced: "
                                + Few.of(replaced, MOST_NAMED)
                                + "\nby difference: "
                                + Few.of(changed, MOST_NAMED))
                .coded(Code.PUBLICATION_BLOCKED)
                .helped(List.of(
                        "with `publish_by: difference` for all tables, and views whose SQL stays, each statement sees"
                                + " the rows of one moment",
                        "or remove what keeps a table from being replaced; or allow it: `publish_mixed: allow`"));
    }
}
