/**
 * What a warehouse can do and how it is spoken to: adapter interface, dialect, capabilities, the wording of statements.
 *
 * <p>The only room that knows JDBC. Never decides what to run. Start at {@link dev.assay.warehouse.Warehouse}.
 */
package dev.assay.warehouse;
