package dev.assay.publish.journal;

import dev.assay.materialize.Candidate;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.materialize.Predecessor;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.NodeWording;
import java.util.List;
import java.util.stream.Stream;

/** Published views. One that is made anew loses what others have put on it, so a view that need not change is kept. */
record PublishedViews(Warehouse warehouse) {

    /** Whether the published view has the definition that it would get. */
    boolean isDefinedAlike(Candidate view, ViewDefinitions there) {
        return there.of(view.published())
                .filter(statement -> says(statement.text(), view))
                .isPresent();
    }

    // COPY GRANTS is not part of the definition: compare with it and without.
    private boolean says(String text, Candidate view) {
        NodeSettings nodeSettings =
                CapabilityChecks.nodeSettings(view.blueprint().node());
        return Stream.of(true, false)
                .map(copies -> nodeSettings.with("copy_grants", copies))
                .map(shaped -> view.materialization()
                        .define(view.blueprint(), Predecessor.REPLACED, NodeWording.of(warehouse, shaped)))
                .anyMatch(said -> tidy(said.getFirst().text()).equals(tidy(text)));
    }

    // Whitespace around the query is ignored; inside, it may be in a literal.
    private static List<String> tidy(String words) {
        int line = words.indexOf('\n') + 1;
        return List.of(words.substring(0, line), words.substring(line).strip());
    }
}
