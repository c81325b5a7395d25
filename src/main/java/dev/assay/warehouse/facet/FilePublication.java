package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;

/** A warehouse that can be published as a whole: its readers get all changes at once, or none. */
@FunctionalInterface
public interface FilePublication extends Facet {

    /**
     * Shows readers what was changed since the run entered. All sessions are closed. Without this call readers keep what
     * they had.
     *
     * @throws dev.assay.warehouse.WarehouseError when readers keep what they had
     */
    void conclude();

    /** Elsewhere readers see each publication at once. */
    static FilePublication of(Warehouse warehouse) {
        return warehouse.facet(FilePublication.class).orElse(() -> {});
    }
}
