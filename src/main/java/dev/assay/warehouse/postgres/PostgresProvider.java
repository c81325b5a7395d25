package dev.assay.warehouse.postgres;

import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseProvider;

/** Makes Postgres warehouses. */
public final class PostgresProvider implements WarehouseProvider {

    @Override
    public String type() {
        return "postgres";
    }

    @Override
    public Warehouse make(OutputSettings settings) {
        return new PostgresWarehouse(PostgresOutput.read(settings));
    }
}
