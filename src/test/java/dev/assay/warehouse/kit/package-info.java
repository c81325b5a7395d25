/**
 * The contract: what every warehouse does for the engine, proven on each by the same small tests.
 *
 * <p>A warehouse takes part by one line in {@link dev.assay.warehouse.kit.Grounds}. What it declares has to work, what it
 * does not declare has to be refused; nothing is skipped.
 */
package dev.assay.warehouse.kit;
