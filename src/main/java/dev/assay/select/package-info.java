/**
 * Which resources a command works on: dbt's selection grammar, its methods, YAML selectors.
 *
 * <p>Pure. Start at {@link dev.assay.select.Selector}; the methods stand in {@link dev.assay.select.Method}.
 */
package dev.assay.select;
