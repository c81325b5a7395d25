package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;

/** An engine that should be opened anew after it refused a change of definitions. */
@FunctionalInterface
public interface EngineRestart extends Facet {

    /** Closes everything, so that the next session begins anew. Sessions that are open end. */
    void restart();
}
