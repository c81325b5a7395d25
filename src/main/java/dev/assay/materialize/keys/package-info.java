/**
 * Indexes, constraints and foreign keys: reads them from the settings of a node, and gives the statements that make them.
 * It never runs a statement, and never reads what a warehouse has.
 */
package dev.assay.materialize.keys;
