/**
 * A stand-in for Snowflake on loopback: its wire protocol as the official driver speaks it, over embedded DuckDB.
 *
 * <p>Translates only what the adapter emits and refuses everything else loudly. Start at {@link
 * dev.assay.warehouse.snowflake.server.SnowflakeServer}.
 */
package dev.assay.warehouse.snowflake.server;
