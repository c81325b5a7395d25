package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseProvider;

/** Makes Snowflake warehouses. */
public final class SnowflakeProvider implements WarehouseProvider {

    @Override
    public String type() {
        return "snowflake";
    }

    @Override
    public Warehouse make(OutputSettings settings) {
        return new SnowflakeWarehouse(SnowflakeOutput.read(settings));
    }
}
