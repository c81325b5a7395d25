/**
 * PostgreSQL, over the network: a connection per session, candidates in a schema beside the one that readers see.
 *
 * <p>The only room that knows Postgres's driver. Start at {@link dev.assay.warehouse.postgres.PostgresWarehouse}.
 */
package dev.assay.warehouse.postgres;
