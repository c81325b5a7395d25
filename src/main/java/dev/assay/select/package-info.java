/**
 * Which resources a command works on: dbt's selection grammar, its methods, YAML selectors.
 *
 * <p>Pure. Start at {@link dev.assay.select.Selection}.
 */
package dev.assay.select;
