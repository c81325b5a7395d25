/**
 * Snowflake, through its official driver in a class loader of its own, loaded when the first session is opened.
 *
 * <p>The only room that knows this driver. Start at {@link dev.assay.warehouse.snowflake.SnowflakeWarehouse}.
 */
package dev.assay.warehouse.snowflake;
