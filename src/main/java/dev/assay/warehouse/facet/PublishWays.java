package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;
import java.util.Set;

/**
 * The ways in which a table can be published.
 *
 * @param words as {@code publish_by} has them; {@code auto} is possible everywhere
 */
public record PublishWays(Set<String> words) implements Facet {

    private static final PublishWays ONLY_SWAP = new PublishWays(Set.of("swap"));

    public PublishWays {
        words = Set.copyOf(words);
    }

    public static PublishWays of(Warehouse warehouse) {
        return warehouse.facet(PublishWays.class).orElse(ONLY_SWAP);
    }
}
