package dev.assay.warehouse;

/**
 * Makes warehouses of one type. Each adapter has one, named in {@code META-INF/services}; it is small and touches no
 * driver, so that looking for a type costs nothing.
 */
public interface WarehouseProvider {

    /** The word for it in profiles: {@code duckdb}. */
    String type();

    /**
     * Checks the fields of an output; connects to nothing.
     *
     * @throws dev.assay.diagnostic.ProblemsFound with every wrong field, at its place
     */
    Warehouse make(OutputSettings settings);
}
