package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;

/** Statements whose words depend on the settings of a node. */
@FunctionalInterface
public interface NodeWording extends Facet {

    /** The words of the statements for a node with these settings. */
    Wording wording(NodeSettings nodeSettings);

    /** Elsewhere all nodes have the same words. */
    static Wording of(Warehouse warehouse, NodeSettings nodeSettings) {
        return warehouse
                .facet(NodeWording.class)
                .map(shaped -> shaped.wording(nodeSettings))
                .orElseGet(warehouse::wording);
    }
}
