package dev.assay.warehouse.duckdb;

import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseProvider;

/** Makes DuckDB warehouses. */
public final class DuckDBProvider implements WarehouseProvider {

    @Override
    public String type() {
        return "duckdb";
    }

    @Override
    public Warehouse make(OutputSettings settings) {
        return new DuckDBWarehouse(DuckDBOutput.read(settings));
    }
}
