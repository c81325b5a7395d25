package dev.assay.publish.bound;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Few;
import dev.assay.materialize.Part;
import dev.assay.materialize.Way;
import dev.assay.warehouse.ReaderLimits;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cut that replaces some tables and changes the rows of others. A statement that took its snapshot before the cut and waited
 * for a lock, such as EXECUTE or COPY, sees the old rows of the one and the new ones of the other.
 *
 * @param replaced tables with another identity after the cut
 * @param changed tables that stay themselves
 */
record MixedCut(List<String> replaced, List<String> changed) {

    private static final int MOST_NAMED = 4;

    static MixedCut of(List<Part> parts) {
        return new MixedCut(
                names(parts.stream()
                        .filter(part -> part.way() instanceof Way.Exchange
                                && part.visibleNow().isPresent())),
                names(parts.stream().filter(part -> part.way() instanceof Way.Difference)));
    }

    private static List<String> names(Stream<Part> parts) {
        return parts.map(part -> part.published().toString()).sorted().toList();
    }

    /** @throws WarehouseError if the cut is mixed and the output asks for `publish_mixed: hold` */
    void require(ReaderLimits limits) {
        if (limits.holdsMixed() && !replaced.isEmpty() && !changed.isEmpty()) {
            throw refusal();
        }
    }

    private WarehouseError refusal() {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "the cut would replace some tables and change the rows of others (`publish_mixed: hold`)"
                                + "\nreplaced: "
                                + Few.of(replaced, MOST_NAMED)
                                + "\nby difference: "
                                + Few.of(changed, MOST_NAMED))
                .coded(Code.PUBLICATION_BLOCKED)
                .helped(List.of(
                        "with `publish_by: difference` for all of them, each statement sees the rows of one moment",
                        "or remove what keeps a table from being replaced; or allow it: `publish_mixed: allow`"));
    }
}
