package dev.assay.warehouse.facet;

import dev.assay.warehouse.Facet;
import dev.assay.warehouse.Warehouse;
import java.util.Optional;

/**
 * What a warehouse adds to a name that is not complete.
 *
 * @param schema where the warehouse looks first for a name without a schema; empty where the session or the server decides
 * @param database of a relation whose name has none, as the catalog spells it; empty where the output names it
 */
public record NameDefaults(Optional<String> schema, Optional<String> database) implements Facet {

    private static final NameDefaults NONE = new NameDefaults(Optional.empty(), Optional.empty());

    public static NameDefaults of(Warehouse warehouse) {
        return warehouse.facet(NameDefaults.class).orElse(NONE);
    }
}
