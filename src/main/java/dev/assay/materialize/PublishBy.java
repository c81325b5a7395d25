package dev.assay.materialize;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Relational;
import dev.assay.source.Span;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.PublishWays;
import java.util.Optional;
import java.util.TreeSet;

/** What {@code publish_by} of a node asks for and cannot have. */
final class PublishBy {

    private static final String SETTING = "publish_by";
    private static final String AUTO = "auto";

    private PublishBy() {}

    static Optional<Diagnostic> problem(Relational node, Warehouse warehouse) {
        String way = node.config().publishBy();
        if (way.equals(AUTO) || node.isInlined()) {
            return Optional.empty();
        }
        Span place = node.config().place(SETTING, node.place());
        if (node.form().isQuery()) {
            // A view is exchanged, whatever is said. Said for a folder it is said for the tables in it.
            return way.equals("swap") || !isOfNode(place)
                    ? Optional.empty()
                    : Optional.of(
                            told("`" + way + "` is for tables: that of view `" + node.name() + "` is left out", place));
        }
        return PublishWays.of(warehouse).words().contains(way)
                ? Optional.empty()
                : Optional.of(told(warehouse.label() + " does not publish by `" + way + "`: `auto` is taken", place)
                        .help(warehouse.label() + " knows " + AUTO + ", "
                                + String.join(
                                        ", ",
                                        new TreeSet<>(PublishWays.of(warehouse).words()))));
    }

    private static boolean isOfNode(Span place) {
        return !place.file().path().endsWith("_project.yml");
    }

    private static Diagnostic told(String headline, Span place) {
        return Diagnostic.warning(Code.NOT_SUPPORTED, headline).at(place);
    }
}
