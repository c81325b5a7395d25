package dev.assay.publish;

import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Part;
import dev.assay.result.Publication;
import dev.assay.warehouse.WarehouseError;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a cut is going to do; all its decisions are made.
 *
 * @param generation the number that the cut gets
 * @param group the publish group that it is made for
 * @param found what the catalog held when the plan was made
 * @param parts in the order of the graph
 * @param refused nodes that cannot be published in any way that is allowed to them: if there is one, no cut is made
 */
public record CutPlan(
        long generation,
        Optional<String> group,
        CatalogContents found,
        List<Part> parts,
        SortedMap<ResourceId, WarehouseError> refused) {

    public CutPlan {
        parts = List.copyOf(parts);
        refused = Collections.unmodifiableSortedMap(refused);
    }

    /** What readers will have seen published, once it is carried out. */
    public Publication publication() {
        return new Publication(generation, group, parts.stream().map(Part::id).toList());
    }
}
