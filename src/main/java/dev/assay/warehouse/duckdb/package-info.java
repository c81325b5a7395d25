/**
 * DuckDB, in this process: one database instance per file, one connection per session.
 *
 * <p>The only room that knows DuckDB's driver. Start at {@link dev.assay.warehouse.duckdb.DuckDBWarehouse}.
 */
package dev.assay.warehouse.duckdb;
