/**
 * The tests of the house itself: who may import whom, how files look, and the cases, where a folder is a test.
 *
 * <p>Knows no room from inside. Start at {@link dev.assay.house.CasesTest}.
 */
package dev.assay.house;
